"""The 4-bit weights as an ordinary model folder of sentence-transformers, made once in the user's cache.

The numbers are the engine's own, written out in full precision; two runs give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.nano_weights import Weights

LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""The file's names of a layer's parts → those of transformers' BertModel."""
PROMPTS = {"query": "query: ", "document": "passage: "}
MASK = "<mask>"
SPACE, SPACE_MARK = " ", "\u2581"


def write_model_folder(weights: Weights, folder: Path) -> None:
    """Fill an empty folder with the model, its tokenizer and the settings of sentence-transformers."""
    from safetensors.numpy import save_file

    save_file(bert_tensors(weights), folder / "model.safetensors", metadata={"format": "pt"})
    for name, content in _settings(weights).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    tokenizer(weights).save(str(folder / "tokenizer.json"), pretty=False)


def bert_tensors(weights: Weights) -> dict[str, NDArray[np.float32]]:
    """The tensors under the names and in the shapes of transformers' BertModel, without its pooler."""
    sizes = weights.shape
    names = {"word": "word_embeddings", "pos": "position_embeddings", "type": "token_type_embeddings"}
    rows = {"fi": sizes.inner, "word": sizes.vocabulary, "pos": sizes.positions, "type": sizes.types}
    found = {f"embeddings.{name}.weight": (f"emb.{part}", rows[part]) for part, name in names.items()}
    for ending, word in (("w", "weight"), ("b", "bias")):
        found[f"embeddings.LayerNorm.{word}"] = (f"emb.ln.{ending}", 0)
        for layer in range(sizes.layers):
            for part, name in LAYER.items():
                matrix = ending == "w" and not part.endswith("ln")
                height = rows.get(part, sizes.hidden) if matrix else 0
                found[f"encoder.layer.{layer}.{name}.{word}"] = (f"l{layer}.{part}.{ending}", height)
    return {name: _shaped(weights.tensors[source], height) for name, (source, height) in found.items()}


def _shaped(values: NDArray[np.float32], height: int) -> NDArray[np.float32]:
    return np.ascontiguousarray(values.reshape(height, -1) if height else values)


def tokenizer(weights: Weights) -> Any:
    """The unigram tokenizer with the engine's pieces and rules, as the library `tokenizers` writes it."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    marks = weights.marks
    bos, eos, pad, unk = (weights.pieces[marks[name]][0] for name in ("bos", "eos", "pad", "unk"))
    made = Tokenizer(models.Unigram([*weights.pieces], unk_id=marks["unk"], byte_fallback=False))
    gone, blank = _dropped(weights.normalised)
    made.normalizer = normalizers.Sequence([
        normalizers.Replace(Regex(f"[{gone}]"), ""),
        normalizers.Replace(Regex(f"[{blank}]"), SPACE),
        normalizers.NFKC(),
        normalizers.Replace(Regex(" {2,}"), SPACE),
    ])  # fmt: skip
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement=SPACE_MARK, prepend_scheme="always", split=True)
    made.decoder = decoders.Metaspace(replacement=SPACE_MARK, prepend_scheme="always", split=True)
    made.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}", pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, marks["bos"]), (eos, marks["eos"])],
    )  # fmt: skip
    made.add_special_tokens([AddedToken(text, normalized=False, special=True) for text in (bos, pad, eos, unk)])
    made.add_special_tokens([AddedToken(MASK, lstrip=True, normalized=False, special=True)])
    return made


def _dropped(normalised: Mapping[str, str]) -> tuple[str, str]:
    """Characters that the normaliser leaves out, and those it takes for a space, each as a class of a pattern."""
    gone = [c for c, text in normalised.items() if not text]
    blank = [c for c, text in normalised.items() if text == SPACE]
    return "".join(f"\\x{{{ord(c):x}}}" for c in gone), "".join(f"\\x{{{ord(c):x}}}" for c in blank)


def _settings(weights: Weights) -> dict[str, dict[str, Any] | list[dict[str, Any]]]:
    """The folder's settings by file name."""
    sizes, marks = weights.shape, weights.marks
    bos, eos, pad, unk = (weights.pieces[marks[name]][0] for name in ("bos", "eos", "pad", "unk"))
    steps = (("0", "", "Transformer"), ("1", "1_Pooling", "Pooling"), ("2", "2_Normalize", "Normalize"))
    return {
        "config.json": {
            "model_type": "bert", "architectures": ["BertModel"], "hidden_act": "gelu",
            "hidden_size": sizes.hidden, "num_hidden_layers": sizes.layers, "num_attention_heads": sizes.heads,
            "intermediate_size": sizes.inner, "vocab_size": sizes.vocabulary,
            "max_position_embeddings": sizes.positions, "type_vocab_size": sizes.types,
            "layer_norm_eps": 1e-12, "pad_token_id": 0, "torch_dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": sizes.positions,
            "bos_token": bos, "eos_token": eos, "pad_token": pad, "unk_token": unk,
            "cls_token": bos, "sep_token": eos, "mask_token": MASK, "clean_up_tokenization_spaces": False,
        },
        "modules.json": [
            {"idx": int(i), "name": i, "path": path, "type": f"sentence_transformers.models.{kind}"}
            for i, path, kind in steps
        ],
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden, "pooling_mode_mean_tokens": True,
            "pooling_mode_cls_token": False, "pooling_mode_max_tokens": False,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": PROMPTS, "default_prompt_name": None, "similarity_fn_name": "cosine",
        },
    }  # fmt: skip
