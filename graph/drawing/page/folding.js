// Folded spelling, as the reader folds: the table of letters comes from it.
"use strict";
Shabaka.fold = (text) =>
  Array.from(text.toLowerCase().normalize("NFKD").replace(/([a-z])[\u0300-\u036f]+/g, "$1").normalize("NFC"))
    .map((letter) => Shabaka.settings.folding[letter] ?? letter)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
