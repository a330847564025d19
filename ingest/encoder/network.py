"""The two networks of the encoder in torch, to fit and to export them (needs the extra ``fit``).

``States``: a transformer of the shape of BERT (Devlin et al. 2019), whose layers and table of pieces are the lower
ones of multilingual-e5-small (Wang et al. 2024, MIT licence), with a vector added for every cue. ``Head``: log-odds of
ordered pairs of phrases from their first, last and mean states, by a bilinear form (Dozat and Manning 2017) and a
hidden layer of both ends, which know how far apart they stand.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.encoder.windows import CUES, TYPES
from ingest.reading import RELATIONS

BASE = Path(__file__).with_name("base") / "layers.npz"
SIZE, HEADS, HIDDEN, PLACES, EPSILON = 384, 12, 1536, 512, 1e-12
PROJECTED, OF_TYPE = 128, 32  # what an end of a pair is brought down to, and what its type is told in
FAR = 12  # steps of distance, each way
RARE = -4.0  # log-odds of a relation to begin with


class Layer(nn.Module):
    """One layer: every piece attends to all of its window, then a hidden layer; normalised behind each."""

    def __init__(self) -> None:
        """Weights by chance, to be loaded."""
        super().__init__()
        self.asked, self.told = nn.Linear(SIZE, 3 * SIZE), nn.Linear(SIZE, SIZE)
        self.wide, self.narrow = nn.Linear(SIZE, HIDDEN), nn.Linear(HIDDEN, SIZE)
        self.first, self.second = nn.LayerNorm(SIZE, EPSILON), nn.LayerNorm(SIZE, EPSILON)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (windows, pieces, SIZE), and what is added for a piece to be attended to (windows, 1, 1, pieces)."""
        windows, pieces, _ = states.shape
        asked = self.asked(states).view(windows, pieces, 3, HEADS, SIZE // HEADS).permute(2, 0, 3, 1, 4)
        heard = functional.scaled_dot_product_attention(asked[0], asked[1], asked[2], attn_mask=mask)
        states = self.first(states + self.drop(self.told(heard.transpose(1, 2).reshape(windows, pieces, SIZE))))
        found: Tensor = self.second(states + self.drop(self.narrow(functional.gelu(self.wide(states)))))
        return found


class States(nn.Module):
    """A state a piece: its row of the table, its place and its cues, through all layers."""

    def __init__(self, pieces: int, layers: int) -> None:
        """``pieces`` rows and ``layers`` layers, to be loaded; cues say nothing to begin with."""
        super().__init__()
        self.pieces, self.places, self.cues = (nn.Embedding(n, SIZE) for n in (pieces, PLACES, CUES))
        nn.init.zeros_(self.cues.weight)
        self.norm, self.drop = nn.LayerNorm(SIZE, EPSILON), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    @classmethod
    def base(cls, path: Path = BASE) -> "States":
        """As it is before it is fitted."""
        table = dict(np.load(path))
        blocks = {name for name in table if f"{name} scales" in table}
        plain = {n: torch.tensor(table[n]) for n in table if n not in blocks and not n.endswith(" scales")}
        weights = {n: torch.tensor(_unpacked(table[n], table[f"{n} scales"])) for n in blocks}
        made = cls(len(weights["pieces.weight"]), 1 + max(int(n.split(".")[1]) for n in plain if n[:7] == "layers."))
        made.load_state_dict({**plain, **weights}, strict=False)
        made.pieces.requires_grad_(requires_grad=False)  # those that no article holds must go on fitting the layers
        return made

    def forward(self, pieces: Tensor, mask: Tensor, places: Tensor, cues: Tensor) -> Tensor:
        """Pieces and mask (windows, pieces); cue ``cues[i]`` is told of piece ``places[i]`` of all windows' pieces."""
        states = self.pieces(pieces) + self.places(torch.arange(pieces.shape[1]))
        states = states.view(-1, SIZE).index_add(0, places, self.cues(cues)).view(states.shape)
        found: Tensor = self.drop(self.norm(states))
        for layer in self.layers:
            found = layer(found, mask)
        return found


class Head(nn.Module):
    """Log-odds (phrases, phrases, relations) of the phrases of one sentence, from the states of its window."""

    def __init__(self) -> None:
        """Weights by chance; nothing is likely to begin with."""
        super().__init__()
        self.types = nn.Embedding(len(TYPES), OF_TYPE)
        self.ends = nn.ModuleList(nn.Linear(3 * SIZE + OF_TYPE, PROJECTED) for _ in range(4))
        self.both = nn.Parameter(torch.randn(len(RELATIONS), PROJECTED, PROJECTED) * 0.02)
        self.alone = nn.ModuleList(nn.Linear(PROJECTED, len(RELATIONS)) for _ in range(2))
        self.apart, self.far = nn.Embedding(2 * FAR, len(RELATIONS)), nn.Embedding(2 * FAR, PROJECTED)
        nn.init.zeros_(self.apart.weight)
        self.said, self.bias = nn.Linear(PROJECTED, len(RELATIONS)), nn.Parameter(torch.full((len(RELATIONS),), RARE))
        self.drop = nn.Dropout(0.2)

    def forward(self, states: Tensor, firsts: Tensor, lasts: Tensor, types: Tensor) -> Tensor:
        """States (pieces, SIZE); where each phrase begins and ends among them, and its type's number."""
        sums = torch.cat([torch.zeros(1, SIZE), states.cumsum(0)])
        means = (sums[lasts] - sums[firsts]) / (lasts - firsts)[:, None]
        phrases = self.drop(torch.cat([states[firsts], states[lasts - 1], means, self.types(types)], 1))
        source, target, one, other = (end(phrases) for end in self.ends)
        source, target = functional.relu(source), functional.relu(target)
        apart = firsts[None, :] - firsts[:, None]
        steps = (torch.log2(apart.abs().float() + 1) * 1.5).long().clamp(0, FAR - 1) + FAR * (apart < 0)
        odds = torch.einsum("ip,rpq,jq->ijr", source, self.both, target) + self.apart(steps) + self.bias
        odds = odds + self.alone[0](source)[:, None] + self.alone[1](target)[None]
        hidden = functional.relu(one[:, None] + other[None] + self.far(steps))
        found: Tensor = odds + self.said(self.drop(hidden))
        return found


def _unpacked(nibbles: npt.NDArray[np.uint8], scales: npt.NDArray[np.float16]) -> npt.NDArray[np.float32]:
    """Weights of 4 bits, two a byte: of a block the first half in the low ones, the second in the high ones."""
    blocks = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    weights: npt.NDArray[np.float32] = (blocks * scales[..., None].astype(np.float32)).reshape(len(nibbles), -1)
    return weights
