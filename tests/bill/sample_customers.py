"""The demo customers: who they are and what each of their bills charges.

Amounts are what the customer's own country prints: gross where prices include the tax, net in
Korea, where it is added below the lines. All people, numbers and accounts are made up; phone
numbers and IBANs are of the ranges kept for examples.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

MONTHS = ("2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11")


@dataclass(frozen=True)
class Charge:
    """One charge, by month: its amounts are those of the last months, blank is not charged.

    Args:
        days: first and last day of service in the last month, if not all of it.
        finer: the characteristic `chargeKind`, where the standard's types are too coarse.
        price: what a whole month costs, in the last month, where the bill states it.
        uses: the characteristic `usageType`; country: where it was used.
        quantity: what was charged in the last month: an amount and its unit.
        ahead: the last month's charge is for the month after.
    """

    product: str
    name: str
    kind: str
    amounts: str
    days: tuple[int, int] | None = None
    finer: str | None = None
    price: str | None = None
    uses: str | None = None
    country: str | None = None
    quantity: tuple[str, str] | None = None
    ahead: bool = False

    def in_month(self, month: str) -> Decimal | None:
        """Return the amount of one month."""
        amounts = self.amounts.split()
        at = MONTHS.index(month) - len(MONTHS) + len(amounts)
        return None if at < 0 or amounts[at] == "-" else Decimal(amounts[at])


@dataclass(frozen=True)
class Bucket:
    """One allowance of the last month. Without `left` it is unlimited."""

    kind: str
    name: str
    units: str
    used: str
    left: str | None = None
    beyond: str | None = None
    weeks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Customer:
    """One demo customer. `v4` writes the bill with the names of TMF678 v4."""

    folder: str
    language: str
    currency: str
    decimals: int
    tax: tuple[str, int]
    number: str
    name: str
    given: str
    msisdn: str
    utc: str
    charges: tuple[Charge, ...]
    payment: dict[str, str]
    channel: str = "email"
    net: bool = False
    v4: bool = False
    since: str | None = None
    note: str | None = None
    balance: str | None = None
    paid: str | None = None
    months: int = 7
    buckets: tuple[Bucket, ...] = ()
    left_out: frozenset[str] = field(default_factory=frozenset)

    @property
    def last_months(self) -> tuple[str, ...]:
        """Return the months there are bills of, oldest first."""
        return MONTHS[len(MONTHS) - self.months :]


WEEKS = ((1, 7), (8, 14), (15, 21), (22, 30))
RECURRING, ONCE, USAGE, REBATE = "recurringCharge", "oneTimeCharge", "usageCharge", "rebate"
DATA_WEEKS = ("3.9", "5.2", "4.8", "4.5")


def _buckets(data: str, calls: str, messages: str) -> tuple[Bucket, ...]:
    return (
        Bucket("data", data, "GB", "18.4", "6.6", weeks=DATA_WEEKS),
        Bucket("voice", calls, "min", "212", "288"),
        Bucket("sms", messages, "sms", "64"),
    )


_EN = (
    Charge(
        "P-AURORA-25", "Aurora 25 GB plan", RECURRING, "45.00 45.00 45.00 45.00 45.00 45.00 45.00"
    ),
    Charge(
        "P-FIBRE-500", "Fibre 500 broadband", RECURRING, "29.95 29.95 29.95 29.95 29.95 29.95 29.95"
    ),
    Charge(
        "P-SPORT", "Sport pass", RECURRING, "4.99 4.99 4.99 4.99 4.99 4.99 4.99", finer="content"
    ),
    Charge(
        "P-WELCOME",
        "Welcome discount",
        REBATE,
        "-10.00 -10.00 -10.00 -10.00 -10.00 -10.00 -0.67",
        days=(1, 2),
    ),
    Charge("P-ROAMING-TR", "Roaming in Turkey", USAGE, "6.15", finer="roaming", country="TR"),
    Charge(
        "P-ROAMING-ES", "Roaming in Spain", USAGE, "- 3.40 - - - -", finer="roaming", country="ES"
    ),
    Charge(
        "P-CALLS",
        "Calls outside your plan",
        USAGE,
        "2.16 1.80 4.12 0.96 3.25 5.08 2.00",
        uses="voice",
    ),
)
_EN_PAYMENT = {
    "@referredType": "BankAccountTransfer",
    "name": "Bank transfer",
    "accountNumberType": "IBAN",
    "accountNumber": "GB33BUKB20201555555555",
    "owner": "nordlys",
    "reference": "NL-2026-11-4711",
}

ENGLISH = Customer(
    "en",
    "en-GB",
    "GBP",
    2,
    ("VAT", 20),
    "4711",
    "Grace Adeyemi",
    "Grace",
    "07700 900147",
    "+00:00",
    _EN,
    _EN_PAYMENT,
    channel="app",
    since="2021-06-01",
    buckets=_buckets("Data", "Calls", "Texts"),
)
SHORT = Customer(
    "en-short",
    "en-GB",
    "GBP",
    2,
    ("VAT", 20),
    "4712",
    "Owen Hughes",
    "Owen",
    "07700 900238",
    "+00:00",
    _EN,
    _EN_PAYMENT,
    months=3,
    left_out=frozenset({"P-SPORT"}),
    buckets=_buckets("Data", "Calls", "Texts"),
)
FIRST = Customer(
    "en-first",
    "en-GB",
    "GBP",
    2,
    ("VAT", 20),
    "4713",
    "Maya Fernandes",
    "Maya",
    "07700 900316",
    "+00:00",
    (
        Charge(
            "P-AURORA-25", "Aurora 25 GB plan", RECURRING, "28.50", days=(12, 30), price="45.00"
        ),
        Charge("P-AURORA-25", "Aurora 25 GB plan", RECURRING, "45.00", price="45.00", ahead=True),
        Charge("P-SIM", "SIM and activation", ONCE, "10.00", days=(12, 12)),
        Charge("P-CALLS", "Calls outside your plan", USAGE, "1.35", days=(12, 30), uses="voice"),
    ),
    {
        "@referredType": "BankAccountTransfer",
        "name": "Bank transfer",
        "accountNumberType": "IBAN",
        "accountNumber": "GB33BUKB20201555555555",
        "owner": "nordlys",
        "reference": "NL-2026-11-4713",
    },
    months=1,
    since="2026-11-12",
    buckets=(
        Bucket("data", "Data", "GB", "9.1", "15.9"),
        Bucket("voice", "Calls", "min", "84", "416"),
        Bucket("sms", "Texts", "sms", "19"),
    ),
)
CREDIT = Customer(
    "en-credit",
    "en-GB",
    "GBP",
    2,
    ("VAT", 20),
    "4714",
    "Tom Barrett",
    "Tom",
    "07700 900482",
    "+00:00",
    (
        Charge("P-AURORA-25", "Aurora 25 GB plan", RECURRING, "45.00 45.00 45.00"),
        Charge("P-FIBRE-500", "Fibre 500 broadband", RECURRING, "29.95 29.95 -"),
        Charge("P-FIBRE-BACK", "Broadband cancelled", "productAlteration", "-59.90"),
        Charge("P-CALLS", "Calls outside your plan", USAGE, "1.10 2.45 2.50"),
    ),
    {"@referredType": "DirectDebit", "name": "Direct Debit"},
    months=3,
    buckets=_buckets("Data", "Calls", "Texts"),
)
GOOD = Customer(
    "en-good",
    "en-GB",
    "GBP",
    2,
    ("VAT", 20),
    "4715",
    "Priya Raman",
    "Priya",
    "07700 900655",
    "+00:00",
    (
        Charge("P-AURORA-25", "Aurora 25 GB plan", RECURRING, "45.00 45.00 45.00"),
        Charge("P-FIBRE-500", "Fibre 500 broadband", RECURRING, "29.95 29.95 29.95"),
        Charge("P-SPORT", "Sport pass", RECURRING, "4.99 4.99 4.99", finer="content"),
    ),
    {"@referredType": "DirectDebit", "name": "Direct Debit"},
    months=3,
    since="2023-02-11",
    buckets=_buckets("Data", "Calls", "Texts"),
)
FRENCH = Customer(
    "fr",
    "fr-FR",
    "EUR",
    2,
    ("TVA", 20),
    "2047",
    "Zoé Marchand",
    "Zoé",
    "06 39 98 12 47",
    "+01:00",
    (
        Charge(
            "P-BRISE-5",
            "Forfait Brise",
            RECURRING,
            "20.00 20.00 20.00 20.00 20.00 20.00 6.67",
            days=(1, 10),
            price="20.00",
        ),
        Charge("P-AURORE-25", "Forfait Aurore", RECURRING, "26.67", days=(11, 30), price="40.00"),
        Charge(
            "P-BOX", "Box fibre Boréale", RECURRING, "37.60 37.60 37.60 37.60 37.60 37.60 37.60"
        ),
        Charge("P-CINE", "Option Ciné", RECURRING, "5.00", finer="content"),
        Charge(
            "P-ROAMING-TR", "Itinérance en Turquie", USAGE, "6.15", finer="roaming", country="TR"
        ),
        Charge("P-SPECIAL", "Numéros spéciaux", USAGE, "- - 1.60 - - - 3.03", uses="other"),
        Charge(
            "P-CALLS",
            "Appels hors forfait",
            USAGE,
            "2.10 3.05 0.85 2.70 1.94 4.08 2.30",
            uses="voice",
        ),
    ),
    {
        "@referredType": "BankAccountTransfer",
        "name": "Virement",
        "accountNumberType": "IBAN",
        "accountNumber": "FR1420041010050500013M02606",
        "owner": "nordlys",
        "reference": "NL-2026-11-2047",
    },
    v4=True,
    since="2019-11-05",
    note="Vous êtes avec nous depuis novembre 2019\u00a0: merci de votre fidélité, Zoé.",
    buckets=_buckets("Internet mobile", "Appels", "SMS"),
)
GERMAN = Customer(
    "de",
    "de-DE",
    "EUR",
    2,
    ("MwSt", 19),
    "3190",
    "Jonas Lindner",
    "Jonas",
    "0171 3920047",
    "+01:00",
    (
        Charge(
            "P-AURORA-25",
            "Tarif Aurora 25 GB",
            RECURRING,
            "44.99 44.99 44.99 44.99 44.99 44.99 44.99",
        ),
        Charge(
            "P-GLASFASER",
            "Glasfaser 250 Zuhause",
            RECURRING,
            "29.95 29.95 29.95 29.95 29.95 29.95 29.95",
        ),
        Charge(
            "P-SPORT",
            "Sport-Option",
            RECURRING,
            "5.00 5.00 5.00 5.00 5.00 5.00 5.00",
            finer="content",
        ),
        Charge(
            "P-AKTION",
            "Aktionsrabatt",
            REBATE,
            "-10.00 -10.00 -10.00 -10.00 -10.00 -10.00 -0.67",
            days=(1, 2),
        ),
        Charge(
            "P-ROAMING-TR", "Roaming in der Türkei", USAGE, "4.10", finer="roaming", country="TR"
        ),
        Charge(
            "P-ROAMING-CH", "Roaming in der Schweiz", USAGE, "2.05", finer="roaming", country="CH"
        ),
        Charge(
            "P-CALLS",
            "Gespräche außerhalb des Tarifs",
            USAGE,
            "3.40 1.15 2.60 4.45 0.80 5.08 2.00",
            uses="voice",
        ),
    ),
    {
        "@referredType": "DirectDebit",
        "name": "SEPA-Lastschrift",
        "accountNumberType": "IBAN",
        "accountNumber": "DE02120300000000202051",
        "BIC": "BYLADEM1001",
        "mandate": "NL-M-2021-003190",
    },
    channel="portal",
    since="2021-03-15",
    buckets=_buckets("Datenvolumen", "Gespräche", "SMS"),
)
INDONESIAN = Customer(
    "id",
    "id-ID",
    "IDR",
    0,
    ("PPN", 11),
    "6280",
    "Sari Wulandari",
    "Sari",
    "0812-5550-0147",
    "+07:00",
    (
        Charge(
            "P-AURORA-25",
            "Paket Aurora 25 GB",
            RECURRING,
            "150000 150000 150000 150000 150000 150000 150000",
        ),
        Charge(
            "P-MUSIK",
            "Langganan Musik",
            RECURRING,
            "20000 20000 20000 20000 20000 20000 20000",
            finer="content",
        ),
        Charge("P-ROAMING-TR", "Roaming di Turki", USAGE, "13000", finer="roaming", country="TR"),
        Charge(
            "P-CALLS",
            "Panggilan di luar paket",
            USAGE,
            "7500 9000 4500 11000 8000 12000 6500",
            uses="voice",
        ),
    ),
    {
        "@referredType": "BankAccountTransfer",
        "name": "Virtual account",
        "owner": "nordlys",
        "reference": "8808 0812 5550 0147",
    },
    channel="sms",
    balance="182000",
    paid="175000",
    since="2022-01-10",
    buckets=_buckets("Data", "Panggilan", "SMS"),
)
ARABIC = Customer(
    "ar",
    "ar-AE",
    "AED",
    2,
    ("VAT", 5),
    "9715",
    "ليلى المنصوري",
    "ليلى",
    "050 555 0147",
    "+04:00",
    (
        Charge(
            "P-AURORA-25",
            "باقة أورورا 25 جيجابايت",
            RECURRING,
            "199.00 199.00 199.00 199.00 199.00 199.00 199.00",
        ),
        Charge(
            "P-HOME",
            "إنترنت المنزل",
            RECURRING,
            "104.00 104.00 104.00 104.00 104.00 104.00 104.00",
        ),
        Charge("P-PROMO", "خصم العملاء الأوفياء", REBATE, "-20.00", price="-20.00"),
        Charge("P-ROAMING-TR", "التجوال في تركيا", USAGE, "18.50", finer="roaming", country="TR"),
        Charge(
            "P-DATA-EXTRA",
            "بيانات خارج الباقة",
            USAGE,
            "- - 6.00 - - - 12.00",
            uses="data",
            quantity=("2.3", "GB"),
        ),
        Charge(
            "P-CALLS",
            "مكالمات خارج الباقة",
            USAGE,
            "9.75 12.00 7.50 10.25 8.50 14.25 8.00",
            uses="voice",
        ),
    ),
    {
        "@referredType": "BankAccountTransfer",
        "name": "تحويل مصرفي",
        "accountNumberType": "IBAN",
        "accountNumber": "AE070331234567890123456",
        "owner": "nordlys",
        "reference": "NL-2026-11-9715",
    },
    channel="app",
    v4=True,
    since="2020-09-20",
    buckets=(
        Bucket("data", "البيانات", "GB", "25", "0", "2.3", ("5.8", "7.6", "7.2", "6.7")),
        Bucket("voice", "المكالمات", "min", "212", "288"),
        Bucket("sms", "الرسائل", "sms", "64"),
    ),
)
KOREAN = Customer(
    "ko",
    "ko-KR",
    "KRW",
    0,
    ("부가세", 10),
    "8210",
    "김서연",
    "서연",
    "010-5555-0147",
    "+09:00",
    (
        Charge(
            "P-AURORA-25",
            "오로라 25GB 요금제",
            RECURRING,
            "36000 36000 36000 36000 36000 36000 39000",
        ),
        Charge(
            "P-PHONE",
            "휴대폰 렌탈",
            RECURRING,
            "10000 10000 10000 10000 10000 10000 10000",
            finer="device",
        ),
        Charge("P-DATA-5", "데이터 5GB 충전", ONCE, "11000", finer="usage"),
        Charge(
            "P-CONTENT",
            "콘텐츠 이용료",
            RECURRING,
            "9900 9900 9900 9900 9900 9900 9900",
            finer="content",
        ),
        Charge("P-CALLS", "국제전화", USAGE, "1000 3000 - 1500 500 2000 -", uses="voice"),
    ),
    {
        "@referredType": "BankAccountTransfer",
        "name": "가상계좌",
        "owner": "nordlys",
        "reference": "NL-2026-11-8210",
    },
    channel="app",
    net=True,
    since="2018-04-02",
    buckets=(
        Bucket("data", "데이터", "GB", "28.1", "1.9", weeks=("6.2", "7.5", "7.4", "7.0")),
        Bucket("voice", "음성통화", "min", "143"),
        Bucket("sms", "문자", "sms", "37"),
    ),
)

CUSTOMERS = (
    ENGLISH,
    FRENCH,
    GERMAN,
    INDONESIAN,
    ARABIC,
    KOREAN,
    SHORT,
    FIRST,
    CREDIT,
    GOOD,
)
