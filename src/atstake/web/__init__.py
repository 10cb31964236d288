"""The local app: the pages of one or several dossiers, served to the browsers of this machine.

It is a second way to the verbs of ``pipeline.Story``, beside the command, and has none of its own.

    guard     who may ask what: host, origin, token, sizes, headers
    shelf     the dossiers by short names; each has one thread that does all that reads and writes it
    uploads   what a form sends, as inputs in a folder of our own; no path that a client names is opened
    objects   what can be decided on, as the pages list it
    showing   pages that show
    deciding  forms that change something
    app       the addresses
    serving   the socket, the server, the browser
"""
