<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>AgreementKind</name>
    <message>
        <source>Agreement</source>
        <translation>Соглашение</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Memorandum</source>
        <translation>Меморандум</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Декларация</translation>
    </message>
    <message>
        <source>Treaty</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Road map or plan</source>
        <translation>Дорожная карта или план</translation>
    </message>
    <message>
        <source>Council decision</source>
        <translation>Решение совета</translation>
    </message>
    <message>
        <source>Exchange of letters</source>
        <translation>Обмен письмами</translation>
    </message>
    <message>
        <source>Ties without a document</source>
        <translation>Без документа</translation>
    </message>
</context>
<context>
    <name>AgreementLinkKind</name>
    <message>
        <source>replaces</source>
        <translation>заменяет</translation>
    </message>
    <message>
        <source>supplements</source>
        <translation>дополняет</translation>
    </message>
</context>
<context>
    <name>DateEcho</name>
    <message>
        <source>The value is kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateMeaning</name>
    <message>
        <source>ties established</source>
        <translation>связи установлены</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>подписан</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>продлён</translation>
    </message>
    <message>
        <source>came into force</source>
        <translation>вступил в силу</translation>
    </message>
</context>
<context>
    <name>DateProblem</name>
    <message>
        <source>There is no such day</source>
        <translation>Такого дня нет</translation>
    </message>
    <message>
        <source>The year is missing</source>
        <translation>Не указан год</translation>
    </message>
    <message>
        <source>The end is before the beginning</source>
        <translation>Конец раньше начала</translation>
    </message>
    <message>
        <source>This cannot be read as a date</source>
        <translation>Это не читается как дата</translation>
    </message>
</context>
<context>
    <name>EventFormat</name>
    <message>
        <source>in person</source>
        <translation>очно</translation>
    </message>
    <message>
        <source>by video</source>
        <translation>ВКС</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>смешанный</translation>
    </message>
</context>
<context>
    <name>EventKind</name>
    <message>
        <source>Visit</source>
        <translation>Визит</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Приём</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Переговоры</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Working-group session</source>
        <translation>Заседание</translation>
    </message>
    <message>
        <source>Forum</source>
        <translation>Форум</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Конференция</translation>
    </message>
    <message>
        <source>Seminar</source>
        <translation>Семинар</translation>
    </message>
    <message>
        <source>Round table</source>
        <translation>Круглый стол</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>Выставка</translation>
    </message>
    <message>
        <source>Concert</source>
        <translation>Концерт</translation>
    </message>
    <message>
        <source>Days of a city</source>
        <translation>Дни города</translation>
    </message>
    <message>
        <source>Ceremony</source>
        <translation>Церемония</translation>
    </message>
    <message>
        <source>Humanitarian aid</source>
        <translation>Гуманитарная помощь</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Contest</source>
        <translation>Конкурс</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Подписание</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not printed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationKind</name>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Перемещено</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Импортировано</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Изменены настройки</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Взято назад</translation>
    </message>
</context>
<context>
    <name>PartialDateEdit</name>
    <message>
        <source>month without a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year without a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartnerKind</name>
    <message>
        <source>city</source>
        <translation>город</translation>
    </message>
    <message>
        <source>region or province</source>
        <translation>регион или провинция</translation>
    </message>
    <message>
        <source>district</source>
        <translation>район</translation>
    </message>
    <message>
        <source>autonomy</source>
        <translation>автономия</translation>
    </message>
    <message>
        <source>country as a whole</source>
        <translation>страна в целом</translation>
    </message>
    <message>
        <source>several places</source>
        <translation>несколько мест</translation>
    </message>
</context>
<context>
    <name>Prolongation</name>
    <message>
        <source>not prolonged</source>
        <translation>не продлевается</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>by consent</source>
        <translation>по согласию</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Check this</source>
        <translation>Проверьте</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>К сведению</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>In force</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Приостановлено</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Прекращено</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Не подтверждено</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Nothing was written. Correct the file or ask for it again, then retry.</source>
        <translation>Ничего не записано. Исправьте файл или запросите его снова и повторите.</translation>
    </message>
    <message>
        <source>The folder of the file “%1” does not exist.</source>
        <translation>Папки, в которой должен лежать файл «%1», нет.</translation>
    </message>
    <message>
        <source>Choose a folder that exists, or create it first.</source>
        <translation>Выберите существующую папку или сначала создайте её.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Нет файла «%1».</translation>
    </message>
    <message>
        <source>Check the name and the folder; perhaps it was moved.</source>
        <translation>Проверьте имя и папку: возможно, файл перенесли.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation>«%1» – папка, а не файл.</translation>
    </message>
    <message>
        <source>Name a file inside the folder.</source>
        <translation>Укажите файл в этой папке.</translation>
    </message>
    <message>
        <source>The file “%1” is empty: it has no contents at all.</source>
        <translation>Файл «%1» пуст: в нём нет ни одного байта.</translation>
    </message>
    <message>
        <source>Take another copy of the file or a backup.</source>
        <translation>Возьмите другую копию файла или резервную копию.</translation>
    </message>
    <message>
        <source>The file “%1” already exists and is not overwritten.</source>
        <translation>Файл «%1» уже существует и не перезаписывается.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое имя.</translation>
    </message>
    <message>
        <source>The file “%1” or its folder may not be read or written.</source>
        <translation>Нет прав на чтение или запись файла «%1» или его папки.</translation>
    </message>
    <message>
        <source>Choose another folder, or ask for the right to write there.</source>
        <translation>Выберите другую папку или запросите права на запись.</translation>
    </message>
    <message>
        <source>The file “%1” is held by another program.</source>
        <translation>Файл «%1» открыт в другой программе.</translation>
    </message>
    <message>
        <source>Close it there and retry, or choose another name.</source>
        <translation>Закройте его там и повторите или выберите другое имя.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for the file “%1”.</source>
        <translation>На диске не осталось места для файла «%1».</translation>
    </message>
    <message>
        <source>Free some space and retry. What was saved before is safe.</source>
        <translation>Освободите место и повторите. Сохранённое раньше не пострадало.</translation>
    </message>
    <message>
        <source>The kind of the file “%1” does not suit here.</source>
        <translation>Файл «%1» – не того вида, который здесь нужен.</translation>
    </message>
    <message>
        <source>Suitable kinds: %1.</source>
        <translation>Подходят: %1.</translation>
    </message>
    <message>
        <source>Choose a file of another kind.</source>
        <translation>Выберите файл другого вида.</translation>
    </message>
    <message>
        <source>The register “%1” is damaged: it cannot be read whole.</source>
        <translation>Реестр «%1» повреждён: он не читается целиком.</translation>
    </message>
    <message>
        <source>The file was left as it is. Open the newest backup of the register.</source>
        <translation>Файл оставлен как есть. Откройте последнюю резервную копию реестра.</translation>
    </message>
    <message>
        <source>The register “%1” was saved by a newer version of Partners.</source>
        <translation>Реестр «%1» сохранён более новой версией программы.</translation>
    </message>
    <message>
        <source>Update the program. The file was left as it is.</source>
        <translation>Обновите программу. Файл оставлен как есть.</translation>
    </message>
    <message>
        <source>The register “%1” is opened for reading only.</source>
        <translation>Реестр «%1» открыт только для чтения.</translation>
    </message>
    <message>
        <source>Save a copy and change that, or open it again for writing.</source>
        <translation>Сохраните копию и правьте её или откройте реестр заново, когда запись будет разрешена.</translation>
    </message>
    <message>
        <source>Another program is writing to the register “%1”.</source>
        <translation>В реестр «%1» сейчас пишет другая программа.</translation>
    </message>
    <message>
        <source>Wait until it has finished and retry.</source>
        <translation>Дождитесь, пока она закончит, и повторите.</translation>
    </message>
    <message>
        <source>The file “%1” was replaced while it was open.</source>
        <translation>Файл «%1» подменили, пока он был открыт.</translation>
    </message>
    <message>
        <source>Nothing was written. Open the register again.</source>
        <translation>Ничего не записано. Откройте реестр заново.</translation>
    </message>
    <message>
        <source>The backup “%1” could not be written or did not verify.</source>
        <translation>Резервная копия «%1» не записалась или не прошла проверку.</translation>
    </message>
    <message>
        <source>Check the room on the disk and the backup folder, and retry.</source>
        <translation>Проверьте место на диске и папку резервных копий и повторите.</translation>
    </message>
    <message>
        <source>The file “%1” could not be read or written.</source>
        <translation>Файл «%1» не удалось прочитать или записать.</translation>
    </message>
    <message>
        <source>Check that the disk or the network folder is available.</source>
        <translation>Проверьте, доступны ли диск или сетевая папка.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .partners.</source>
        <translation>Выберите файл с окончанием .partners.</translation>
    </message>
    <message>
        <source>“%1” is not a register but an Excel or Word file or an archive.</source>
        <translation>«%1» – не реестр, а файл Excel, Word или архив.</translation>
    </message>
    <message>
        <source>“%1” is not a register but an old Excel or Word file.</source>
        <translation>«%1» – не реестр, а файл старого Excel или Word.</translation>
    </message>
    <message>
        <source>“%1” is not a register but a database of another program.</source>
        <translation>«%1» – не реестр, а база данных другой программы.</translation>
    </message>
    <message>
        <source>“%1” is not a register of Partners.</source>
        <translation>«%1» – не реестр этой программы.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be understood.</source>
        <translation>Файл «%1» не удалось разобрать.</translation>
    </message>
    <message>
        <source>Place: %1.</source>
        <translation>Место: %1.</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile by someone else.</source>
        <translation>%1: тем временем изменено кем-то другим.</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile by someone else: %2.</source>
        <translation>%1: тем временем изменено кем-то другим (%2).</translation>
    </message>
    <message>
        <source>Nothing was written. Look at it again and repeat the change.</source>
        <translation>Ничего не записано. Посмотрите запись ещё раз и повторите правку.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>No change was made since the register was created.</source>
        <translation>После создания реестра правок не было.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Возвращать нечего.</translation>
    </message>
    <message>
        <source>Redo follows an undo, until something new is changed.</source>
        <translation>Вернуть можно отменённое, пока не сделано ничего нового.</translation>
    </message>
    <message>
        <source>The history has no step with this number.</source>
        <translation>В истории нет шага с таким номером.</translation>
    </message>
    <message>
        <source>Look at the numbers in the history.</source>
        <translation>Посмотрите номера шагов в истории.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1: этой записи больше нет.</translation>
    </message>
    <message>
        <source>Perhaps it was deleted: the history tells by whom.</source>
        <translation>Возможно, её удалили: кто и когда, видно в истории.</translation>
    </message>
    <message>
        <source>The register “%1” already holds records other than the file&apos;s.</source>
        <translation>В реестре «%1» уже есть записи, и они отличаются от файла.</translation>
    </message>
    <message>
        <source>Nothing was written. Import into a new register.</source>
        <translation>Ничего не записано. Импортируйте файл в новый реестр.</translation>
    </message>
    <message>
        <source>The report cannot be laid out.</source>
        <translation>Отчёт не удалось сверстать.</translation>
    </message>
    <message>
        <source>Shorten the longest text of the year and retry.</source>
        <translation>Сократите самый длинный текст этого года и повторите.</translation>
    </message>
    <message>
        <source>The action did not succeed.</source>
        <translation>Действие не удалось.</translation>
    </message>
    <message>
        <source>Nothing was written. Retry.</source>
        <translation>Ничего не записано. Повторите.</translation>
    </message>
</context>
<context>
    <name>field</name>
    <message>
        <source>name</source>
        <translation>название</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>order</source>
        <translation>порядок</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>примечание</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>status</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>date of the status</source>
        <translation>дата состояния</translation>
    </message>
    <message>
        <source>reason of the status</source>
        <translation>причина состояния</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>широта</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>долгота</translation>
    </message>
    <message>
        <source>used from</source>
        <translation>использовалось с</translation>
    </message>
    <message>
        <source>used until</source>
        <translation>использовалось до</translation>
    </message>
    <message>
        <source>title</source>
        <translation>название</translation>
    </message>
    <message>
        <source>our side</source>
        <translation>наша сторона</translation>
    </message>
    <message>
        <source>their side</source>
        <translation>их сторона</translation>
    </message>
    <message>
        <source>in force from</source>
        <translation>действует с</translation>
    </message>
    <message>
        <source>in force until</source>
        <translation>действует до</translation>
    </message>
    <message>
        <source>prolongation</source>
        <translation>продление</translation>
    </message>
    <message>
        <source>years of prolongation</source>
        <translation>срок продления</translation>
    </message>
    <message>
        <source>notice period</source>
        <translation>срок уведомления</translation>
    </message>
    <message>
        <source>registration number</source>
        <translation>регистрационный номер</translation>
    </message>
    <message>
        <source>registration date</source>
        <translation>дата регистрации</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>направления</translation>
    </message>
    <message>
        <source>responsible</source>
        <translation>ответственный</translation>
    </message>
    <message>
        <source>place of the original</source>
        <translation>место оригинала</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>скан</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>meaning of the date</source>
        <translation>значение даты</translation>
    </message>
    <message>
        <source>sign before the date</source>
        <translation>знак перед датой</translation>
    </message>
    <message>
        <source>report year</source>
        <translation>год отчёта</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>format</source>
        <translation>формат</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>участники</translation>
    </message>
    <message>
        <source>source</source>
        <translation>источник</translation>
    </message>
    <message>
        <source>printed in the report</source>
        <translation>в отчёт</translation>
    </message>
    <message>
        <source>band</source>
        <translation>раздел</translation>
    </message>
    <message>
        <source>country</source>
        <translation>страна</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>партнёр</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>основание</translation>
    </message>
    <message>
        <source>event</source>
        <translation>мероприятие</translation>
    </message>
    <message>
        <source>other agreement</source>
        <translation>другое основание</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Unreadable date</source>
        <translation>Дата не читается</translation>
    </message>
    <message>
        <source>“%1”: %2. The wording is kept as it is.</source>
        <translation>«%1»: %2. Запись сохранена как есть.</translation>
    </message>
    <message>
        <source>Dates differ</source>
        <translation>Даты расходятся</translation>
    </message>
    <message>
        <source>The wording “%1” is kept; the file also says “%5”.</source>
        <translation>Сохранено «%1», а в файле рядом стоит «%5».</translation>
    </message>
    <message>
        <source>Kind told by the name</source>
        <translation>Вид определён по названию</translation>
    </message>
    <message>
        <source>“%1”: the file names no kind. Check the kind.</source>
        <translation>«%1»: в файле вид не назван. Проверьте вид.</translation>
    </message>
    <message>
        <source>No basis</source>
        <translation>Нет основания</translation>
    </message>
    <message>
        <source>The partner has no agreement and no date of ties.</source>
        <translation>У партнёра нет ни документа, ни даты установления связей.</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Нет мероприятий</translation>
    </message>
    <message>
        <source>The partner has no events in %3.</source>
        <translation>У партнёра нет мероприятий за %3 год.</translation>
    </message>
    <message>
        <source>Empty agreement</source>
        <translation>Пустое основание</translation>
    </message>
    <message>
        <source>An agreement has neither a title nor a date.</source>
        <translation>У основания нет ни названия, ни даты.</translation>
    </message>
    <message>
        <source>The document has no date</source>
        <translation>У документа нет даты</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Date without a document</source>
        <translation>Связи без документа</translation>
    </message>
    <message>
        <source>“%1”: no document is named.</source>
        <translation>«%1»: документ не назван.</translation>
    </message>
    <message>
        <source>The event has no date</source>
        <translation>У мероприятия нет даты</translation>
    </message>
    <message>
        <source>The event has no text</source>
        <translation>У мероприятия нет текста</translation>
    </message>
    <message>
        <source>Only the date “%1” is there.</source>
        <translation>Есть только дата «%1».</translation>
    </message>
    <message>
        <source>The event stands nowhere</source>
        <translation>Мероприятие ни к чему не отнесено</translation>
    </message>
    <message>
        <source>“%1” has no partner and no country: no report prints it.</source>
        <translation>«%1»: нет ни партнёра, ни страны, в отчёт оно не попадёт.</translation>
    </message>
    <message>
        <source>The date is not of the report year</source>
        <translation>Дата не из года отчёта</translation>
    </message>
    <message>
        <source>“%1” stands in the report for %3.</source>
        <translation>«%1» стоит в отчёте за %3 год.</translation>
    </message>
    <message>
        <source>Unpaired sign</source>
        <translation>Непарный знак</translation>
    </message>
    <message>
        <source>“%4” has no partner: “%1”.</source>
        <translation>У знака %4 нет пары: «%1».</translation>
    </message>
</context>
<context>
    <name>operations</name>
    <message>
        <source>addition</source>
        <translation>добавление</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>правка</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>удаление</translation>
    </message>
    <message>
        <source>move</source>
        <translation>перемещение</translation>
    </message>
    <message>
        <source>the register was created</source>
        <translation>реестр создан</translation>
    </message>
    <message>
        <source>import</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>change of the register&apos;s settings</source>
        <translation>изменение настроек реестра</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>возврат</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>взято назад</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>operations of</name>
    <message>
        <source>event</source>
        <translation>мероприятия</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>основания</translation>
    </message>
    <message>
        <source>band</source>
        <translation>раздела</translation>
    </message>
    <message>
        <source>country</source>
        <translation>страны</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>партнёра</translation>
    </message>
    <message>
        <source>agreement&apos;s date</source>
        <translation>даты основания</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>другого названия</translation>
    </message>
</context>
<context>
    <name>the record</name>
    <message>
        <source>The band</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>The country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>The partner</source>
        <translation>Партнёр</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>Другое название</translation>
    </message>
    <message>
        <source>The agreement</source>
        <translation>Основание</translation>
    </message>
    <message>
        <source>The agreement&apos;s date</source>
        <translation>Дата основания</translation>
    </message>
    <message>
        <source>The link between agreements</source>
        <translation>Связь оснований</translation>
    </message>
    <message>
        <source>The event</source>
        <translation>Мероприятие</translation>
    </message>
    <message>
        <source>The event&apos;s place</source>
        <translation>Место мероприятия</translation>
    </message>
    <message>
        <source>The setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Запись</translation>
    </message>
</context>
</TS>
