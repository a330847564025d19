"""Synthetic news: articles of some thousand characters from templates of our own, any number of them.

Article n is the same in every run. Actors are known states and bodies, and persons with invented names, of which
there are some ten thousand; words around them vary, so that no two articles are near copies unless asked for.
"""

import datetime as dt
import json
import random
from collections.abc import Iterator
from pathlib import Path

STATES = "العراق إيران تركيا سوريا لبنان الأردن السعودية مصر ليبيا تونس الجزائر المغرب السودان اليمن قطر الكويت".split()
BODIES = ["حزب الله", "حركة حماس", "الأمم المتحدة", "جامعة الدول العربية", "الاتحاد الأوروبي", "حلف شمال الأطلسي"]
FIRST = "سامر نادر لؤي عصام رائد ماهر طارق هيثم وسام بشار غسان مروان أنور فادي زياد حازم رامي باسل نبيل كمال".split()
FAMILY = (
    "الحداد النجار الصباغ البيطار الخياط العطار الزيات القصاب الوراق الدباغ البناء الحلاق الفحام السقا الطحان"
    " الخباز الدهان الصراف الجمال الحمصي الموصلي البصري الحلبي الطرابلسي القيرواني الفاسي العماني الصنعاني"
).split()
OFFICES = ["وزير الخارجية", "وزير الدفاع", "رئيس الوزراء", "وزير الداخلية", "رئيس البرلمان", "وزير النفط"]
CITIES = "بغداد دمشق بيروت عمان الرياض القاهرة طرابلس تونس الخرطوم صنعاء الدوحة مسقط أنقرة طهران الرباط البصرة".split()
DAYS = "السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة".split()
MATTERS = (
    "الحدود المياه النفط الغاز الكهرباء الهجرة التجارة الجمارك الأسرى الديون الموانئ الطيران الزراعة الصيد"
    " التعليم الصحة السياحة الاتصالات الحبوب الأدوية السدود المعابر الحج الآثار البيئة الضرائب"
).split()
QUALITIES = "عاجلة سرية مكثفة طويلة مثمرة صعبة أولية موسعة مباشرة فنية ثنائية شاملة محدودة نهائية جديدة علنية".split()
ADVERBS = "أمس صباحا مساء مجددا علنا فورا أخيرا سريعا لاحقا حاليا رسميا مؤقتا".split()
SAID = [
    "{office} {state} {person} يلتقي {office2} {state2} {person2} في {city} ويبحث معه ملف {matter} و{matter2}",
    "هدد {person} {office} {state} {state2} {adverb} بوقف {matter} إذا لم تفتح {city} قبل {day}",
    "طالب {body} {state} {adverb} بالكشف عن {matter} في {city} خلال {n} يوما",
    "أعلن {person} دعم {state} لموقف {state2} من {matter} و{matter2} {adverb}",
    "دعا {office} {state} {person} {body} إلى محادثات {quality} حول {matter} يوم {day} في {city}",
    "استقبل {person} في {city} {day} وفدا من {body} وناقشا {matter} و{matter2}",
    "توعد {body} {state} برد على {matter} {adverb} بعد أحداث {city}",
    "رحب {office} {state2} {person2} بقرار {body} بشأن {matter} قائلا إن {city} تنتظر {matter2}",
    "حثت {state} {state2} على إعادة {matter} إلى {city} قبل {day} المقبل",
    "نفى {person} أن تكون {state} قد هددت {body} {adverb} بسبب {matter}",
]
FILLING = [
    "وبلغت كلفة {matter} في {city} {n} مليون دولار بزيادة {m} في المئة",
    "وشهدت أسواق {city} {day} حركة {quality} بعد تراجع {matter} و{matter2}",
    "وقال سكان من {city} إن {matter} انقطع {n} ساعة {adverb}",
    "ووصلت {n} شاحنة إلى {city} محملة بمواد {matter} فيما تأخرت {m} أخرى",
    "وكانت لجنة {matter} عقدت جلسة {quality} في {city} {adverb} استمرت {n} دقيقة",
    "ويعمل في قطاع {matter} نحو {n} ألف شخص بينهم {m} من {city}",
    "ولم ترد تفاصيل {quality} عن {matter2} حتى {day} بحسب مراسلين في {city}",
    "وتقع {city} على بعد {n} كيلومترا من {city2} وتشتهر بمنتجات {matter}",
]


def article(number: int) -> dict[str, str]:
    """The record of article ``number``, from 0."""
    chance = random.Random(number)
    day = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(3000))
    sentences = [_sentence(chance, SAID if chance.random() < 0.4 else FILLING) for _ in range(11)]
    return {
        "id": f"synthetic-{number}",
        "title": _sentence(chance, SAID),
        "text": ".\n".join(" ".join(pair) for pair in zip(sentences[::2], sentences[1::2], strict=False)) + ".",
        "outlet": f"صحيفة {CITIES[number % 5]}",
        "date": day.isoformat(),
        "url": f"https://example.org/synthetic/{number}",
    }


def _sentence(chance: random.Random, templates: list[str]) -> str:
    def person() -> str:
        father = [chance.choice(FIRST)] if chance.random() < 0.5 else []
        return " ".join([chance.choice(FIRST), *father, chance.choice(FAMILY)])

    states, cities, matters = (chance.sample(words, 2) for words in (STATES, CITIES, MATTERS))
    return chance.choice(templates).format(
        state=states[0], state2=states[1], city=cities[0], city2=cities[1], matter=matters[0], matter2=matters[1],
        person=person(), person2=person(), body=chance.choice(BODIES), day=chance.choice(DAYS),
        office=chance.choice(OFFICES), office2=chance.choice(OFFICES), quality=chance.choice(QUALITIES),
        adverb=chance.choice(ADVERBS), n=chance.randrange(3, 999), m=chance.randrange(3, 99),
    )  # fmt: skip


def records(count: int, start: int = 0) -> Iterator[dict[str, str]]:
    """The records of ``count`` articles from number ``start`` on."""
    return map(article, range(start, start + count))


def write(path: Path, count: int, start: int = 0, *, brief: bool = False) -> Path:
    """Write the records as JSON Lines to ``path``; with ``brief`` of a headline and nothing else."""
    with path.open("w", encoding="utf-8") as sink:
        for record in records(count, start):
            if brief:
                record["text"] = record["title"]
            sink.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path
