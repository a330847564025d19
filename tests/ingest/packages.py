"""Stand-ins for camel-tools' packages, written where the installed ones would be; tiny, and offline."""

import json
import shutil
from pathlib import Path

from ingest.text.morphology import embedded
from ontology.morphology_db import PATH

LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
FEATURES = "pos per form_gen form_num asp mod vox stt cas prc0 prc1 prc2 prc3 enc0".split()
TAG = "__".join(f"{name}:{'verb' if name == 'pos' else 'na'}" for name in FEATURES)


def put_calima(home: Path) -> None:
    folder = home / "morphology_db/calima-msa-r13"
    folder.mkdir(parents=True)
    shutil.copy(PATH, folder / "morphology.db")


def put_mle(home: Path) -> None:
    folder = home / "disambig_mle/calima-msa-r13"
    folder.mkdir(parents=True)
    masdar = next(a for a in embedded().analyse("دعم") if a.deriv == "masdar")
    entry = {"diac": masdar.diac, "lex": masdar.lemma, "bw": "NOUN", "pos": "noun", "asp": "na", "vox": "na"}
    (folder / "model.json").write_text(json.dumps({"دعم": entry}), encoding="utf-8")


def put_bert(folder: Path, labels: list[str], *, safe: bool = True) -> None:
    """A tiny BERT with random weights, whose words are letters."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    torch.manual_seed(0)
    folder.mkdir(parents=True)
    letters = [chr(code) for code in range(0x621, 0x64B)]
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", *letters, *(f"##{letter}" for letter in letters)]
    (folder / "vocab.txt").write_text("\n".join(tokens), encoding="utf-8")
    config = BertConfig(
        vocab_size=len(tokens),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        id2label=dict(enumerate(labels)),
        label2id={label: i for i, label in enumerate(labels)},
    )
    model = BertForTokenClassification(config)
    model.save_pretrained(folder)
    if not safe:  # as older installations of camel-tools have it
        (folder / "model.safetensors").unlink()
        torch.save(model.state_dict(), folder / "pytorch_model.bin")


def put_disambiguator(home: Path) -> None:
    folder = home / "disambig_bert_unfactored/msa"
    put_bert(folder, [TAG, TAG.replace("pos:verb", "pos:noun")])
    counts = {name: {} for name in FEATURES}
    model = {"info": {"features": FEATURES}, "unfactored": {}, **counts}
    (folder / "mle_model.json").write_text(json.dumps(model), encoding="utf-8")
    config = {"feature": "feats_14", "scorer": "uniform", "tie_breaker": "tag", "backoff": "NOAN_PROP"}
    (folder / "default_config.json").write_text(json.dumps(config), encoding="utf-8")
