"""Prior means of the dispute models' weights, set by hand from what each signal means."""

ANSWER = {
    "act-denies": 1.6, "act-rejects": 1.4, "act-accuses": -0.3, "act-other": -0.7, "act-demands": -0.5,
    "act-doubts": 0.3, "act-says": 0.0, "act-confirms": -0.3, "act-promises": 0.0, "act-proposes": -0.3,
    "act-threatens": 0.0, "act-praises": -0.3, "act-agrees": -0.3, "is-denial": 1.6, "is-refusal": 0.2,
    "is-doubt": 0.2, "is-counter": 0.2, "is-reproof": 0.1, "refers": 0.4, "owned": 0.5, "strong-
    refers": 0.4, "weak-owned": 0.8, "to-denial-against": 1.5, "nested": 0.3, "against": 0.3,
    "pointing": 0.5, "negated": 0.0, "outlet": -1.0, "nobody": -0.5, "nobody-named": -0.3, "after-
    accusation": 0.7, "furniture": -3.0, "bias": -2.0,
}  # fmt: skip
ANTECEDENT = {
    "blame": 1.2, "blame-names": 0.7, "names-b": 1.0, "wants": 1.3, "says": 0.2, "noun-fits": 0.7,
    "outlet-said": -0.8, "nobody-said": -0.5, "is-answer": -1.2, "denial-denied": 2.0, "furniture-
    said": -3.0, "short-said": -1.0, "lead-said": 0.2, "inside": -1.5, "inside-owned": 1.5, "same-
    speaker": -2.5, "kin": -0.5, "both-outlet": 0.0, "b-names-a": 0.8, "owned-by-a": 1.5, "owned-by-
    other": -0.5, "shared-named": 0.3, "abroad": -1.0, "near": 0.5, "next": 0.6, "next-few": 1.0, "next-
    against": 0.5, "next-bare": 2.5, "next-accused": 1.0, "one-sentence": 0.0, "hangs-on": 3.5,
    "accuser": 1.0, "told-again": 0.5, "ahead": -0.5, "alike": 3.0, "b-in-a": 2.0, "alike-negated": 0.0,
    "same-words": -0.5,
}  # fmt: skip
FIGURES = {
    "near-alike": 3.5, "sentence-alike": 3.5, "of-same": 0.8, "people": 0.7, "of-differs": -1.5, "place-
    same": 0.3, "place-differs": -0.5, "time-same": 0.7, "time-differs": -1.0, "told-near": 0.3, "told-
    far": -0.3, "home": -0.5, "ratio": -0.7, "means-same": 0.7, "means-
    differ": -1.5, "two-speakers": 0.5, "one-speaker": -0.3, "bound": 0.0, "percent": -0.7,
    "bias": -4.0,
}  # fmt: skip
