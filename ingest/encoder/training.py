"""Fits the encoder on articles taken apart, and writes it for onnxruntime (needs the extra ``fit``).

Takes ``Example`` after ``Example`` (``ingest.fitted.fitting``), gives both networks; ``write`` exports them. A pair of
phrases is right for a relation where the gold shows it in that sentence of those two actors, and is not asked about
where the gold has it in another sentence, denied or optional. A window's loss is the sum over its pairs, so that a
sentence of many actors weighs more. Fitted with AdamW (Loshchilov and Hutter 2019), the step rising at first and then
falling in a line. Two runs differ in the last digits: torch adds in an order of its own.
"""

import copy
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.encoder.encoder import FOLDER
from ingest.encoder.network import SIZE, Head, States
from ingest.encoder.pieces import UNKNOWN, load_pieces
from ingest.encoder.windows import Placed, Window, windows
from ingest.fitted.fitting import Example
from ingest.reading import RELATIONS

EPOCHS, BATCH = 5, 1600  # BATCH in pieces, padding counted
STEP, OWN_STEP = 1.2e-4, 1e-3  # of the base's weights, and of those that begin by chance
WARMUP, LAST = 0.06, 0.02  # share of all steps in which the step rises, and of it what is left at the end
UNSEEN = 0.05  # of pieces that are hidden, so that no one piece is relied on
UNATTENDED = -1e9
SHOWN = 60  # windows by which inputs are brought to one size
CALMING = 0.75  # what of the differences in size goes from the inputs into the weights; .65 to .85 do alike
SMALLEST = 1e-3  # of an input or weight, for it to count


class Ends(NamedTuple):
    """The phrases of a sentence, and of every pair whether it is right, and whether it is asked about."""

    firsts: Tensor
    lasts: Tensor
    types: Tensor
    right: Tensor  # (phrases, phrases, relations), as is the next
    asked: Tensor


Learnt = tuple[Window, list[Ends]]


def learnt(examples: Iterable[Example]) -> Iterator[Learnt]:
    """All windows of the articles with what is right in them."""
    pieces = load_pieces(FOLDER / "pieces.json")
    for example in examples:
        analysis = example.analysis
        for window in windows(analysis.contexts, analysis.phrases, pieces):
            yield window, [_ends(example, number, placed) for number, placed in window.sentences]


def _ends(example: Example, number: int, placed: Sequence[Placed]) -> Ends:
    size, actors = len(placed), example.analysis.actors
    right, asked = torch.zeros(size, size, len(RELATIONS)), torch.ones(size, size, len(RELATIONS))
    places = {one.number: place for place, one in enumerate(placed)}
    for source, one in enumerate(placed):
        for target, other in enumerate(placed):
            if actors[one.number] == actors[other.number]:
                asked[source, target] = 0
    shown = example.matcher.shown(example.analysis.contexts[number], list(places))
    for (relation, source, target), answer in shown.items():
        pair = places[source], places[target], RELATIONS.index(relation)
        right[pair], asked[pair] = float(bool(answer)), float(answer is not None)
    firsts, lasts, types = (torch.tensor([p[column] for p in placed]) for column in (1, 2, 3))
    return Ends(firsts, lasts, types, right, asked)


def fit(rows: Sequence[Learnt], *, epochs: int = EPOCHS, seed: int = 0) -> tuple[States, Head]:
    """Both networks, fitted from the base on these windows; none at all is a ``ValueError``."""
    if not rows:
        raise ValueError("no article has a sentence with two actors: nothing to fit the encoder on")
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - which windows come first is no secret
    states, head = States.base(), Head()
    base = [p for name, p in states.named_parameters() if p.requires_grad and not name.startswith("cues")]
    own = [*states.cues.parameters(), *head.parameters()]
    optimizer = torch.optim.AdamW([{"params": base, "lr": STEP}, {"params": own, "lr": OWN_STEP}], weight_decay=0.01)
    steps = epochs * len(_batches(rows, chance))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1.0, (k + 1) / (WARMUP * steps)) * max(LAST, 1 - k / steps)
    )
    for _ in range(epochs):
        for batch in _batches(rows, chance):
            optimizer.zero_grad()
            _loss(states, head, [rows[i] for i in batch], chance).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_([*base, *own], 1.0)
            optimizer.step()
            schedule.step()
    return states.eval(), head.eval()


def _batches(rows: Sequence[Learnt], chance: random.Random) -> list[list[int]]:
    """All windows, those of about one length together, batch by batch in an order by chance."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0].pieces) + 20 * chance.random())
    found: list[list[int]] = [[]]
    for i in order:
        if found[-1] and (len(found[-1]) + 1) * len(rows[i][0].pieces) > BATCH:
            found.append([])
        found[-1].append(i)
    chance.shuffle(found)
    return found


def _loss(states: States, head: Head, batch: Sequence[Learnt], chance: random.Random) -> Tensor:
    """The mean over the sentences of a batch of the summed cross-entropy of their pairs."""
    length = max(len(window.pieces) for window, _ in batch)
    pieces, mask = torch.full((len(batch), length), UNKNOWN), torch.full((len(batch), 1, 1, length), UNATTENDED)
    cues: list[tuple[int, int]] = []
    for row, (window, _) in enumerate(batch):
        shown = [UNKNOWN if chance.random() < UNSEEN else piece for piece in window.pieces]
        pieces[row, : len(shown)], mask[row, ..., : len(shown)] = torch.tensor(shown), 0.0
        cues += [(row * length + place, cue) for place, cue in window.cues]
    told = torch.tensor(cues, dtype=torch.long).view(-1, 2)
    found = states(pieces, mask, told[:, 0], told[:, 1])
    losses = [
        functional.binary_cross_entropy_with_logits(
            head(found[row], ends.firsts, ends.lasts, ends.types), ends.right, weight=ends.asked, reduction="sum"
        )
        for row, (_, sentences) in enumerate(batch)
        for ends in sentences
    ]
    return torch.stack(losses).mean()


class _OneWindow(nn.Module):
    """The states of a single window, which needs no mask."""

    def __init__(self, states: States) -> None:
        super().__init__()
        self.states = states

    def forward(self, pieces: Tensor, places: Tensor, cues: Tensor) -> Tensor:
        found: Tensor = self.states(pieces[None], torch.zeros(1, 1, 1, 1), places, cues)[0]
        return found


class _Calmed(nn.Module):
    """A linear layer that multiplies its weights and divides its inputs by a factor a column (Xiao et al. 2023)."""

    shares: Tensor

    def __init__(self, linear: nn.Linear, factors: Tensor) -> None:
        super().__init__()
        self.linear = copy.deepcopy(linear)
        self.linear.weight.data *= factors
        self.register_buffer("shares", 1 / factors)

    def forward(self, inputs: Tensor) -> Tensor:
        found: Tensor = self.linear(inputs * self.shares)
        return found


def calmed(states: States, rows: Sequence[Learnt]) -> States:
    """The same network, whose inputs of linear layers are of about one size in these windows.

    A few columns are ten times as large as the others, which 8 bits for all of them would leave next to nothing of:
    states would be off by .27 of their size on average, and are by .13.
    """
    largest: dict[str, Tensor] = {}
    linear = {name: layer for name, layer in states.named_modules() if isinstance(layer, nn.Linear)}

    def see(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def seen(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            here = inputs[0].abs().amax(dim=(0, 1))
            largest[name] = torch.maximum(largest.get(name, here), here)

        return seen

    hooks = [layer.register_forward_pre_hook(see(name)) for name, layer in linear.items()]
    with torch.no_grad():
        for window, _ in rows:
            told = torch.tensor(window.cues, dtype=torch.long).view(-1, 2)
            _OneWindow(states)(torch.tensor(window.pieces), told[:, 0], told[:, 1])
    for hook in hooks:
        hook.remove()
    found = copy.deepcopy(states)
    for name, layer in linear.items():
        weights = layer.weight.detach().abs().amax(0).clamp(min=SMALLEST)
        factors = largest[name].clamp(min=SMALLEST) ** CALMING / weights ** (1 - CALMING)
        parent, _, last = name.rpartition(".")
        setattr(found.get_submodule(parent), last, _Calmed(layer, factors / factors.median()))
    return found.eval()


def write(states: States, head: Head, rows: Sequence[Learnt], folder: Path = FOLDER) -> None:
    """Both networks as ``encoder.onnx`` and ``head.onnx``, for windows like these.

    Weights of the first take 8 bits, of which 7 are used: processors without instructions for it (VNNI) add products of
    8 bits wrongly where many are large.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole = folder / "whole.onnx"
    numbers = torch.tensor([0, 4, 5, 2]), torch.tensor([1]), torch.tensor([0])
    names = ["pieces", "places", "cues"], ["states"]
    _export(_OneWindow(calmed(states, rows[:SHOWN])), numbers, names, whole)
    quantize_dynamic(whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    whole.unlink()
    ends = torch.tensor([0, 1]), torch.tensor([1, 3]), torch.tensor([0, 1])
    _export(
        head, (torch.zeros(4, SIZE), *ends), (["states", "firsts", "lasts", "types"], ["odds"]), folder / "head.onnx"
    )


def _export(network: nn.Module, example: tuple[Tensor, ...], names: tuple[list[str], list[str]], path: Path) -> None:
    told, given = names
    axes = {name: {0: name} for name in (*told, *given)}
    torch.onnx.export(
        network.eval(),
        example,
        path,
        input_names=told,
        output_names=given,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
