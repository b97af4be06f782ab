"""Models of sentence-transformers small enough to be made in a test: real ones, that have learnt nothing."""

from __future__ import annotations

import json
from pathlib import Path

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "borger", "kommune", "job", "praktik", "mål", "vej", "##e", "##r", "##s"]
SIZES = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}


def encoder_folder(folder: Path, prompts: dict[str, str] | None = None) -> Path:
    """A sentence encoder with random weights, always the same."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel

    torch.manual_seed(7)
    base = folder / "base"
    BertModel(BertConfig(vocab_size=len(WORDS), **SIZES)).save_pretrained(base)
    _tokenizer(base)
    reader = Transformer(str(base), max_seq_length=64)
    model = SentenceTransformer(modules=[reader, Pooling(SIZES["hidden_size"])], prompts=prompts, device="cpu")
    model.save(str(folder / "model"))
    return folder / "model"


def cross_encoder_folder(folder: Path) -> Path:
    """A cross-encoder with random weights, always the same."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    torch.manual_seed(7)
    config = BertConfig(vocab_size=len(WORDS), num_labels=1, **SIZES)
    BertForSequenceClassification(config).save_pretrained(folder)
    _tokenizer(folder)
    return folder


def _tokenizer(folder: Path) -> None:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    made = Tokenizer(models.WordPiece({word: k for k, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    ends = [("[CLS]", 2), ("[SEP]", 3)]
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=ends
    )
    made.save(str(folder / "tokenizer.json"))
    marks = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 64, **marks}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
