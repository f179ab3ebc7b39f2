"""What a clerk is told of a file that is not read: in Russian, in English; «…» is the file."""

UNSAFE = (
    "Файл «…» небезопасен: в нём есть определения документа (DTD).",
    "The file “…” is unsafe: it holds document definitions.",
)
DAMAGED = "Файл «…» повреждён.", "The file “…” is damaged."
INCOMPLETE = (
    "Файл «…» неполный: у него нет конца.",
    "The file “…” is incomplete: its end is missing.",
)
PASSWORD = "Файл «…» защищён паролем.", "The file “…” is protected by a password."
NO_TABLE = "В файле «…» нет таблицы с текстом.", "There is no table with text in the file “…”."
TWICE = (
    "Файл «…» противоречив: одна его часть записана дважды.",
    "The file “…” contradicts itself: a part is stored twice.",
)
STRICT = (
    "Файл «…» сохранён как «Строгий Open XML».",
    "“…” was saved as “Strict Open XML”.",
)


def far(cell: str) -> tuple[str, str]:
    return (
        "В файле «…» на листе что-то стоит слишком далеко; в таблице может быть не больше "
        f"50 000 строк и 200 столбцов. Лист «Лист1», ячейка {cell}.",
        "The file “…” has something far away in a sheet; a table may have at most 50 000 rows "
        f"and 200 columns. Sheet “Лист1”, cell {cell}.",
    )


def outside(address: str) -> tuple[str, str]:
    return (
        f"В файле «…» есть ячейка за пределами Excel: {address}. Лист «Лист1».",
        f"The file “…” has something outside Excel's limits: {address}. Sheet “Лист1”.",
    )


def bad_address(address: str, row: int) -> tuple[str, str]:
    return (
        f"Файл «…» повреждён: у ячейки адрес «{address}». Лист «Лист1», строка {row}.",
        f"The file “…” is damaged: a cell has the address “{address}”. Sheet “Лист1”, row {row}.",
    )


def disordered(row: int) -> tuple[str, str]:
    return (
        f"Строки или ячейки файла «…» стоят не по порядку. Лист «Лист1», строка {row}.",
        f"Rows or cells of the file “…” are not in order. Sheet “Лист1”, row {row}.",
    )


def bad_character(cell: str) -> tuple[str, str]:
    return (
        f"В файле «…» есть знак, который не может стоять в тексте. Лист «Лист1», ячейка {cell}.",
        f"The file “…” holds a character that no text may hold. Sheet “Лист1”, cell {cell}.",
    )


def damaged_at(cell: str) -> tuple[str, str]:
    return (
        f"Файл «…» повреждён. Лист «Лист1», ячейка {cell}.",
        f"The file “…” is damaged. Sheet “Лист1”, cell {cell}.",
    )


def text_missing(cell: str) -> tuple[str, str]:
    return (
        f"Файл «…» повреждён: нет текста ячейки. Лист «Лист1», ячейка {cell}.",
        f"The file “…” is damaged: the text of a cell is missing. Sheet “Лист1”, cell {cell}.",
    )


def too_long(cell: str) -> tuple[str, str]:
    return (
        "Слишком длинный текст в файле «…»: знаков 32 768, помещается 32 767. "
        f"Лист «Лист1», ячейка {cell}.",
        "A text in the file “…” has 32 768 characters; at most 32 767 fit. "
        f"Sheet “Лист1”, cell {cell}.",
    )


def encoding(name: str) -> tuple[str, str]:
    return (
        f"Файл «…» записан в необычной кодировке: {name}. Лист «Лист1».",
        f"The file “…” is written in an unusual encoding: {name}. Sheet “Лист1”.",
    )


def sheet_missing(name: str) -> tuple[str, str]:
    return (
        f"Лист файла «…» не читается: самого листа в файле нет. Лист «{name}».",
        f"A sheet of the file “…” cannot be read: it is missing. Sheet “{name}”.",
    )


def unpacks(megabytes: str) -> tuple[str, str]:
    return (
        f"Файл «…» при распаковке занимает {megabytes} МБ, допустимо 200 МБ.",
        f"The file “…” unpacks to {megabytes} MB; at most 200 MB is allowed.",
    )


def expands(times: int) -> tuple[str, str]:
    return (
        f"Файл «…» небезопасен: сжат слишком сильно, {times} к 1, а допустимо 100 к 1.",
        f"The file “…” is unsafe: it expands {times} times; at most 100 is allowed.",
    )


def unreadable(cell: str, found: str) -> tuple[str, str]:
    return (
        f"Ячейка файла «…» не читается: «{found}». Лист «Лист1», ячейка {cell}.",
        f"A cell of the file “…” cannot be read: “{found}”. Sheet “Лист1”, cell {cell}.",
    )


def other_office(ending: str) -> tuple[str, str]:
    return (
        f"«…» – офисный файл, который программа не читает: {ending}.",
        f"“…” is an office file of a kind that is not read: {ending}.",
    )


TEXT = "«…» – текстовый файл, а не книга Excel.", "“…” is a text file, not a workbook."
WEB = (
    "«…» – веб-страница, как бы файл ни назывался.",
    "“…” is a web page, whatever it is called.",
)
XML = "«…» – файл XML, а не книга Excel.", "“…” is a file in XML, not a workbook."
ARCHIVE = "«…» – архив, а не книга Excel.", "“…” is an archive, not a workbook."
FOREIGN = (
    "«…» – не книга Excel и не документ Word.",
    "“…” is neither a workbook nor a Word document.",
)
OLD_WORD = "«…» – документ старого Word (.doc).", "“…” is a document of an old Word (.doc)."
BINARY = "«…» – двоичная книга Excel (.xlsb).", "“…” is a binary Excel workbook (.xlsb)."
TEMPORARY = (
    "«…» – временный файл Excel, Word или LibreOffice.",
    "“…” is a temporary file of Excel, Word or LibreOffice.",
)
MANY_PARTS = (
    "В файле «…» слишком много частей: 65 007, допустимо 2000.",
    "The file “…” has 65 007 parts; at most 2000 are allowed.",
)
EMPTY_ROWS = (
    "На листе файла «…» есть строки без текста, но с оформлением: 999 999.",
    "A sheet of the file “…” has 999 999 rows without text but with formatting.",
)
LOST = (
    "Файл «…» не читается целиком: потерялась бы ячейка. Лист «Лист1», ячейка A2.",
    "The file “…” cannot be read whole: a cell would have been lost. Sheet “Лист1”, cell A2.",
)
SAME_NAMES = (
    "Два листа файла «…» названы одинаково: «ЛИСТ1». Лист «ЛИСТ1».",
    "Two sheets of the file “…” are called “ЛИСТ1”. Sheet “ЛИСТ1”.",
)
EMPTY = (
    "Файл «…» пуст: в нём нет ни одного байта.",
    "The file “…” is empty: it has no contents at all.",
)
