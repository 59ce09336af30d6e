"""Arabic. Table words carry the vowels that a voice needs; digits stay digits.

Number agreement: one thing (noun and adjective), two (dual, by case), 3-10 a plural, 11-99 an
accusative singular, whole hundreds a singular: CLDR's six plural categories.
"""

from __future__ import annotations

from datetime import date

from renderer.script.words.tongue import Forms, Tongue


def _day(day: date, month: str, _case: str) -> str:
    return f"{day.day} {month}"


def _period(first: date, last: date, month: str, last_month: str, case: str) -> str:
    same = (first.year, first.month) == (last.year, last.month)
    start = str(first.day) if same else _day(first, month, case)
    return f"{start} إلى {_day(last, last_month, case)}"


def _said(one: tuple[str, str], two: tuple[str, str], few: str, many: str, other: str) -> Forms:
    """Give the forms of a counted noun; pairs are (nominative, accusative and genitive)."""
    oblique = {f"two/{case}": two[1] for case in ("accusative", "genitive")}
    return {
        "one": one[0],
        "one/accusative": one[1],
        "two": two[0],
        **oblique,
        "few": f"{{}} {few}",
        "many": f"{{}} {many}",
        "other": f"{{}} {other}",
    }


def _seen(word: str) -> Forms:
    return {"other": f"{{}}\u00a0{word}"}


def _seen_counted(few: str, many: str, other: str) -> Forms:
    return {
        "few": f"{{}}\u00a0{few}",
        "many": f"{{}}\u00a0{many}",
        "other": f"{{}}\u00a0{other}",
    }


def _masculine(stem: str, few: str) -> Forms:
    """Give the forms of a noun that adds its endings to `stem` unchanged."""
    return _said(
        (f"{stem} وَاحِد", f"{stem}ًا وَاحِدًا"), (f"{stem}َانِ", f"{stem}َيْنِ"), few, f"{stem}ًا", stem
    )


def _feminine(stem: str, few: str) -> Forms:
    """Give the forms of a noun that ends in tāʾ marbūṭa; `stem` is the word without it."""
    return _said(
        (f"{stem}ة وَاحِدَة", f"{stem}ةً وَاحِدَةً"),
        (f"{stem}تَانِ", f"{stem}تَيْنِ"),
        few,
        f"{stem}ةً",
        f"{stem}ة",
    )


def _foreign(word: str) -> Forms:
    """Give the forms of a loanword, which stays as it is."""
    return {"one": f"{word} وَاحِد", "other": f"{{}} {word}"}


TONGUE = Tongue(
    minus="نَاقِص",
    plus="زَائِد",
    amount="{major} و{minor}",
    decimal=".",
    percent={"other": "{} بالمِئَة"},
    units={
        "KB": (_seen("KB"), _foreign("كِيلُوبَايْت")),
        "MB": (_seen("MB"), _foreign("مِيغَابَايْت")),
        "GB": (_seen("GB"), _foreign("غِيغَابَايْت")),
        "TB": (_seen("TB"), _foreign("تِيرَابَايْت")),
        "min": (_seen_counted("دقائق", "دقيقة", "دقيقة"), _feminine("دَقِيقَ", "دَقَائِق")),
        "h": (_seen_counted("ساعات", "ساعة", "ساعة"), _feminine("سَاعَ", "سَاعَات")),
        "s": (_seen_counted("ثوانٍ", "ثانية", "ثانية"), _feminine("ثَانِيَ", "ثَوَانٍ")),
        "message": (_seen_counted("رسائل", "رسالة", "رسالة"), _feminine("رِسَالَ", "رَسَائِل")),
        "day": (
            {
                "one": "يوم واحد",
                "one/accusative": "يومًا واحدًا",
                "two": "يومان",
                "two/accusative": "يومين",
                "two/genitive": "يومين",
                **_seen_counted("أيام", "يومًا", "يوم"),
            },
            _masculine("يَوْم", "أَيَّام"),
        ),
        "month": (_seen_counted("أشهر", "شهرًا", "شهر"), _masculine("شَهْر", "أَشْهُر")),
        "unit": ({"other": "{}"}, {"other": "{}"}),
    },
    currencies={
        "AED": (_masculine("دِرْهَم", "دَرَاهِم"), _masculine("فِلْس", "فُلُوس")),
        "EUR": (_foreign("يُورُو"), _masculine("سِنْت", "سِنْتَات")),
        "GBP": (
            _said(
                ("جُنَيْه إسْتَرْلِينِيّ وَاحِد", "جُنَيْهًا إسْتَرْلِينِيًّا وَاحِدًا"),
                ("جُنَيْهَانِ إسْتَرْلِينِيَّانِ", "جُنَيْهَيْنِ إسْتَرْلِينِيَّيْنِ"),
                "جُنَيْهَات إسْتَرْلِينِيَّة",
                "جُنَيْهًا إسْتَرْلِينِيًّا",
                "جُنَيْه إسْتَرْلِينِيّ",
            ),
            _masculine("بِنْس", "بِنْسَات"),
        ),
        "USD": (_masculine("دُولَار", "دُولَارَات"), _masculine("سِنْت", "سِنْتَات")),
        "IDR": (_feminine("رُوبِيَّ", "رُوبِيَّات"), _foreign("سِن")),
        "KRW": (_foreign("وُون"), _foreign("جُون")),
    },
    symbols={"&": "و", "+": "زائد", "%": "بالمئة", "€": "يورو", "£": "جنيه", "$": "دولار"},
    affixes={"AED": ("", "\u00a0درهم")},
    countries={"HK": "هونغ كونغ", "MO": "ماكاو"},
    abroad=lambda _code, name: f"في {name}",
    cases=("nominative", "accusative", "genitive"),
    day=_day,
    period=_period,
)
