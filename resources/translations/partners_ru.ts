<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>AbbreviationDialog</name>
    <message>
        <source>Abbreviation</source>
        <translation>Сокращение</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Can be undone: Ctrl+Z</source>
        <translation>Можно отменить: Ctrl+Z</translation>
    </message>
    <message>
        <source>&amp;Abbreviation</source>
        <translation>&amp;Сокращение</translation>
    </message>
    <message>
        <source>&amp;Means</source>
        <translation>&amp;Значит</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About the program</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Register of partner cities</source>
        <translation>Реестр городов-партнёров</translation>
    </message>
    <message>
        <source>Copy the facts</source>
        <translation>Скопировать сведения</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>не открыт</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Open register</source>
        <translation>Открытый реестр</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>The program itself is free software under the MIT licence. It uses:</source>
        <translation>Сама программа – свободная, по лицензии MIT. В ней использованы:</translation>
    </message>
    <message>
        <source>Spelling: the Russian dictionary of A. I. Lebedev – BSD</source>
        <translation>Правописание: русский словарь А. И. Лебедева – BSD</translation>
    </message>
    <message>
        <source>Icons: Lucide – ISC</source>
        <translation>Значки: Lucide – ISC</translation>
    </message>
</context>
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Leave as it is</source>
        <translation>Так и надо</translation>
    </message>
    <message>
        <source>&amp;Leave as it is</source>
        <translation>&amp;Так и надо</translation>
    </message>
    <message>
        <source>&amp;Reason, if it should be remembered</source>
        <translation>&amp;Причина, если её стоит запомнить</translation>
    </message>
    <message>
        <source>It is found again when its text changes.</source>
        <translation>Когда текст изменится, замечание появится снова.</translation>
    </message>
    <message>
        <source>Can be undone: Ctrl+Z</source>
        <translation>Можно отменить: Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Can be undone in one step: Ctrl+Z</source>
        <translation>Отменяется одним шагом: Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New register…</source>
        <translation>&amp;Новый реестр…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Сохранить &amp;копию…</translation>
    </message>
    <message>
        <source>&amp;Load from a file…</source>
        <translation>&amp;Загрузить из файла…</translation>
    </message>
    <message>
        <source>&amp;Export data (JSON)…</source>
        <translation>&amp;Экспорт данных (JSON)…</translation>
    </message>
    <message>
        <source>Export data (E&amp;xcel)…</source>
        <translation>Экспорт д&amp;анных (Excel)…</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>Сделать &amp;резервную копию</translation>
    </message>
    <message>
        <source>Back&amp;ups…</source>
        <translation>Резервные коп&amp;ии…</translation>
    </message>
    <message>
        <source>Chec&amp;k the register&apos;s file…</source>
        <translation>Проверить &amp;файл реестра…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Печать…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Нас&amp;тройки…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;История…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>H&amp;istory of the record…</source>
        <translation>История запи&amp;си…</translation>
    </message>
    <message>
        <source>Er&amp;ase from the history…</source>
        <translation>&amp;Удалить из истории…</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Найти…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Найти &amp;далее</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Найти &amp;ранее</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>&amp;Заменить…</translation>
    </message>
    <message>
        <source>Find in the &amp;tree</source>
        <translation>Найти в д&amp;ереве</translation>
    </message>
    <message>
        <source>&amp;Add event</source>
        <translation>Добавить &amp;мероприятие</translation>
    </message>
    <message>
        <source>Paste te&amp;xt…</source>
        <translation>Вставить &amp;текст…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Вставить текст</translation>
    </message>
    <message>
        <source>Change &amp;selected…</source>
        <translation>Изменить в&amp;ыбранные…</translation>
    </message>
    <message>
        <source>C&amp;hange agreements…</source>
        <translation>И&amp;зменить основания…</translation>
    </message>
    <message>
        <source>&amp;Belongs to…</source>
        <translation>&amp;Относится к…</translation>
    </message>
    <message>
        <source>Copy t&amp;o…</source>
        <translation>Коп&amp;ировать в…</translation>
    </message>
    <message>
        <source>Mo&amp;ve to…</source>
        <translation>&amp;Перенести в…</translation>
    </message>
    <message>
        <source>&amp;Merge into one event</source>
        <translation>О&amp;бъединить в одно мероприятие</translation>
    </message>
    <message>
        <source>These are t&amp;wo events</source>
        <translation>Так и надо: &amp;это два мероприятия</translation>
    </message>
    <message>
        <source>&amp;Delete events</source>
        <translation>&amp;Удалить мероприятия</translation>
    </message>
    <message>
        <source>Move event &amp;up</source>
        <translation>Мероприятие вы&amp;ше</translation>
    </message>
    <message>
        <source>Move even&amp;t down</source>
        <translation>Мероприятие &amp;ниже</translation>
    </message>
    <message>
        <source>Add ba&amp;nd…</source>
        <translation>Добавить &amp;раздел…</translation>
    </message>
    <message>
        <source>Add countr&amp;y…</source>
        <translation>Добавить &amp;страну…</translation>
    </message>
    <message>
        <source>Add &amp;partner…</source>
        <translation>Добавить п&amp;артнёра…</translation>
    </message>
    <message>
        <source>Add a&amp;greement</source>
        <translation>&amp;Добавить основание</translation>
    </message>
    <message>
        <source>Data of the p&amp;lace…</source>
        <translation>Данны&amp;е партнёра или страны…</translation>
    </message>
    <message>
        <source>&amp;Previous year</source>
        <translation>&amp;Предыдущий год</translation>
    </message>
    <message>
        <source>&amp;Next year</source>
        <translation>&amp;Следующий год</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>Следующая &amp;область</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Прочитать &amp;заново</translation>
    </message>
    <message>
        <source>&amp;Check…</source>
        <translation>&amp;Проверка…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>What the check passes &amp;over…</source>
        <translation>Что проверка пропус&amp;кает…</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Годовой отчёт…</translation>
    </message>
    <message>
        <source>Pre&amp;view…</source>
        <translation>Предварительный про&amp;смотр…</translation>
    </message>
    <message>
        <source>Other &amp;sheets…</source>
        <translation>Другие &amp;листы…</translation>
    </message>
    <message>
        <source>&amp;Editions…</source>
        <translation>&amp;Выпуски отчёта…</translation>
    </message>
    <message>
        <source>Co&amp;mpare reports…</source>
        <translation>С&amp;равнить отчёты…</translation>
    </message>
    <message>
        <source>Open the next &amp;year…</source>
        <translation>&amp;Открыть следующий год…</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Содержание</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>&amp;About the program</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>Rec&amp;ord</source>
        <translation>&amp;Запись</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Re&amp;port</source>
        <translation>&amp;Отчёт</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
</context>
<context>
    <name>AddRow</name>
    <message>
        <source>New event: date and text</source>
        <translation>Новое мероприятие: дата и текст</translation>
    </message>
    <message>
        <source>New date</source>
        <translation>Новая дата</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>без даты</translation>
    </message>
</context>
<context>
    <name>AgreementCommands</name>
    <message>
        <source>There are no agreements here that could be changed.</source>
        <translation>Здесь нет оснований, которые можно изменить.</translation>
    </message>
</context>
<context>
    <name>AgreementDates</name>
    <message>
        <source>Another date</source>
        <translation>Ещё дата</translation>
    </message>
</context>
<context>
    <name>AgreementFields</name>
    <message>
        <source>Not specified</source>
        <translation>Не указано</translation>
    </message>
    <message>
        <source>how many years</source>
        <translation>сколько лет</translation>
    </message>
    <message>
        <source>how many months before the end</source>
        <translation>за сколько месяцев до конца</translation>
    </message>
    <message>
        <source>where it is kept</source>
        <translation>где хранится</translation>
    </message>
    <message>
        <source>Years of prolongation</source>
        <translation>На сколько лет продлевается</translation>
    </message>
    <message>
        <source>Notice in months</source>
        <translation>За сколько месяцев предупредить</translation>
    </message>
    <message>
        <source>Number of the state registration</source>
        <translation>Номер государственной регистрации</translation>
    </message>
    <message>
        <source>File of the scan</source>
        <translation>Файл скана</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <source>&amp;Kind</source>
        <translation>Ви&amp;д</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>Сос&amp;тояние</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>Д&amp;аты</translation>
    </message>
    <message>
        <source>Va&amp;lid</source>
        <translation>Действ&amp;ует</translation>
    </message>
    <message>
        <source>&amp;Prolongation</source>
        <translation>Продл&amp;ение</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>На с&amp;колько</translation>
    </message>
    <message>
        <source>Noti&amp;ce</source>
        <translation>Предупре&amp;ждение</translation>
    </message>
    <message>
        <source>&amp;Our side</source>
        <translation>Наша сто&amp;рона</translation>
    </message>
    <message>
        <source>&amp;Their side</source>
        <translation>&amp;Их сторона</translation>
    </message>
    <message>
        <source>Responsi&amp;ble</source>
        <translation>Ответственн&amp;ый</translation>
    </message>
    <message>
        <source>Ori&amp;ginal</source>
        <translation>Оригина&amp;л</translation>
    </message>
    <message>
        <source>Reaso&amp;n</source>
        <translation>При&amp;чина</translation>
    </message>
    <message>
        <source>&amp;Reg. number</source>
        <translation>Регистра&amp;ция №</translation>
    </message>
    <message>
        <source>R&amp;eg. date</source>
        <translation>Дата внесени&amp;я</translation>
    </message>
    <message>
        <source>&amp;Work areas</source>
        <translation>В сфера&amp;х</translation>
    </message>
    <message>
        <source>Ot&amp;hers</source>
        <translation>Отно&amp;шение</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Эл. копия</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>При&amp;мечание</translation>
    </message>
</context>
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
    <name>AgreementLinks</name>
    <message>
        <source>Link to another</source>
        <translation>Связать с другим</translation>
    </message>
    <message>
        <source>Link to another agreement</source>
        <translation>Связать с другим основанием</translation>
    </message>
    <message>
        <source>Delete this link</source>
        <translation>Удалить эту связь</translation>
    </message>
    <message>
        <source>The partner and its country have no other agreement</source>
        <translation>У партнёра и его страны нет других оснований</translation>
    </message>
</context>
<context>
    <name>AgreementList</name>
    <message>
        <source>Agreements of the partner</source>
        <translation>Основания сотрудничества с партнёром</translation>
    </message>
    <message>
        <source>Change selected…</source>
        <translation>Изменить выбранные…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>AgreementPane</name>
    <message>
        <source>Open the scan</source>
        <translation>Открыть скан</translation>
    </message>
    <message>
        <source>Choose the file of the scan</source>
        <translation>Выбрать файл скана</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Основания</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>До&amp;бавить</translation>
    </message>
    <message>
        <source>Add an agreement</source>
        <translation>Добавить основание</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Скан</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>History of this agreement</source>
        <translation>История этого основания</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete this agreement</source>
        <translation>Удалить это основание</translation>
    </message>
    <message>
        <source>Nothing is written down yet on which the cooperation with this partner rests.</source>
        <translation>Пока не записано, на чём основано сотрудничество с этим партнёром.</translation>
    </message>
</context>
<context>
    <name>AgreementsModel</name>
    <message>
        <source>Kind not specified</source>
        <translation>Вид не указан</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Без документа</translation>
    </message>
    <message>
        <source>Ties established</source>
        <translation>Установление связей</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
</context>
<context>
    <name>BackupCommands</name>
    <message>
        <source>A backup is being written before the program closes…</source>
        <translation>Перед закрытием записывается резервная копия…</translation>
    </message>
    <message>
        <source>The backup %1 is not what it was any more: it was opened on trial.</source>
        <translation>Резервная копия «%1» испорчена: это показала проверка восстановления.</translation>
    </message>
    <message>
        <source>no backup could be written</source>
        <translation>резервная копия не записана</translation>
    </message>
    <message>
        <source>No backup could be written; you can go on working. %1</source>
        <translation>Резервная копия не записана; работать можно дальше. %1</translation>
    </message>
    <message>
        <source>The backup is written, but not copied to the second folder. %1</source>
        <translation>Резервная копия записана, но во вторую папку не скопирована. %1</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>Показать копии</translation>
    </message>
    <message>
        <source>The backup is being written and verified…</source>
        <translation>Резервная копия записывается и проверяется…</translation>
    </message>
    <message>
        <source>The backup is written and verified: %1</source>
        <translation>Резервная копия записана и проверена: %1</translation>
    </message>
    <message>
        <source>The second folder of the backups</source>
        <translation>Вторая папка резервных копий</translation>
    </message>
    <message>
        <source>The backup is being put in place…</source>
        <translation>Реестр восстанавливается из копии…</translation>
    </message>
    <message>
        <source>The register is what it was on %1.</source>
        <translation>Реестр восстановлен из копии от %1.</translation>
    </message>
    <message>
        <source>Undo the restore</source>
        <translation>Вернуть как было</translation>
    </message>
    <message>
        <source>The file that stood there is kept: %1</source>
        <translation>Прежний файл сохранён рядом: %1</translation>
    </message>
</context>
<context>
    <name>BackupModel</name>
    <message>
        <source>not verified</source>
        <translation>не проверена</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>повреждена</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>проверена %1</translation>
    </message>
    <message>
        <source>in the second folder</source>
        <translation>во второй папке</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>на этом компьютере</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 МБ</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n мероприятие</numerusform>
            <numerusform>%n мероприятия</numerusform>
            <numerusform>%n мероприятий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n основание</numerusform>
            <numerusform>%n основания</numerusform>
            <numerusform>%n оснований</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n партнёр</numerusform>
            <numerusform>%n партнёра</numerusform>
            <numerusform>%n партнёров</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups: %1</source>
        <translation>Резервные копии: %1</translation>
    </message>
    <message>
        <source>A backup is being read</source>
        <translation>Читается резервная копия</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>&amp;Make a backup now</source>
        <translation>Сделать копию &amp;сейчас</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>&amp;What would change</source>
        <translation>&amp;Что изменится</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Восстановить…</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>&amp;Открыть папку</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>There is no backup of this register yet. One is made by itself every half hour in which something was changed, and when the program is closed.</source>
        <translation>Резервных копий этого реестра ещё нет. Копия делается сама: каждые полчаса, если что-то изменено, и при закрытии программы.</translation>
    </message>
    <message>
        <source>A backup was opened and counted on trial: %1</source>
        <translation>Пробное открытие копии: успешно, %1</translation>
    </message>
    <message>
        <source>A backup did not pass the trial: %1</source>
        <translation>Пробное открытие копии: копия испорчена, %1</translation>
    </message>
    <message>
        <source>“What would change” reads the backup and compares it with the register.</source>
        <translation>«Что изменится» читает копию и сравнивает её с реестром.</translation>
    </message>
    <message>
        <source>The backup of %1 is whole.</source>
        <translation>Копия от %1 проверена: она цела.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>Bring the register back to %1?</source>
        <translation>Вернуть реестр к копии от %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) will be lost.</source>
        <translation>
            <numerusform>Пропадёт %n шаг.</numerusform>
            <numerusform>Пропадут %n шага.</numerusform>
            <numerusform>Пропадут %n шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) will come back.</source>
        <translation>
            <numerusform>Вернётся %n шаг.</numerusform>
            <numerusform>Вернутся %n шага.</numerusform>
            <numerusform>Вернутся %n шагов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register as it is now is kept: in a backup, and beside the register under another name.</source>
        <translation>Реестр в нынешнем виде сохраняется: в резервной копии и рядом с реестром под другим именем.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Восстановить</translation>
    </message>
    <message>
        <source>&amp;Leave as it is</source>
        <translation>&amp;Оставить как есть</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close the message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Скопировать подробности</translation>
    </message>
</context>
<context>
    <name>BulkEditDialog</name>
    <message>
        <source>differ</source>
        <translation>разные</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Previous year (Ctrl+PgUp)</source>
        <translation>Предыдущий год (Ctrl+PgUp)</translation>
    </message>
    <message>
        <source>Previous month (PgUp)</source>
        <translation>Предыдущий месяц (PgUp)</translation>
    </message>
    <message>
        <source>Next month (PgDown)</source>
        <translation>Следующий месяц (PgDown)</translation>
    </message>
    <message>
        <source>Next year (Ctrl+PgDown)</source>
        <translation>Следующий год (Ctrl+PgDown)</translation>
    </message>
</context>
<context>
    <name>CellsMenu</name>
    <message>
        <source>&amp;Cells</source>
        <translation>&amp;Ячейки</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Вырезать</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>&amp;Empty</source>
        <translation>О&amp;чистить</translation>
    </message>
    <message>
        <source>Fi&amp;ll down</source>
        <translation>Заполнить в&amp;низ</translation>
    </message>
    <message>
        <source>Fill to the &amp;right</source>
        <translation>Заполнить вп&amp;раво</translation>
    </message>
    <message>
        <source>Value from &amp;above</source>
        <translation>Значение свер&amp;ху</translation>
    </message>
    <message>
        <source>Toda&amp;y&apos;s date</source>
        <translation>Сегодняшняя &amp;дата</translation>
    </message>
</context>
<context>
    <name>ChangeAgreementsDialog</name>
    <message>
        <source>Change selected agreements</source>
        <translation>Изменить выбранные основания</translation>
    </message>
    <message>
        <source>Only ticked fields are written, into every selected agreement.</source>
        <translation>Записываются только отмеченные поля, во все выбранные основания.</translation>
    </message>
    <message numerus="yes">
        <source>Change %n agreement(s)</source>
        <translation>
            <numerusform>Изменить %n основание</numerusform>
            <numerusform>Изменить %n основания</numerusform>
            <numerusform>Изменить %n оснований</numerusform>
        </translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation>Не указано</translation>
    </message>
    <message>
        <source>how many years</source>
        <translation>сколько лет</translation>
    </message>
    <message>
        <source>how many months before the end</source>
        <translation>за сколько месяцев до конца</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Состояние</translation>
    </message>
    <message>
        <source>Reaso&amp;n</source>
        <translation>При&amp;чина</translation>
    </message>
    <message>
        <source>&amp;Valid from</source>
        <translation>&amp;Действует с</translation>
    </message>
    <message>
        <source>Valid &amp;until</source>
        <translation>Де&amp;йствует по</translation>
    </message>
    <message>
        <source>&amp;Prolongation</source>
        <translation>&amp;Продление</translation>
    </message>
    <message>
        <source>&amp;Years of prolongation</source>
        <translation>На с&amp;колько лет</translation>
    </message>
    <message>
        <source>Noti&amp;ce</source>
        <translation>Предупре&amp;ждение</translation>
    </message>
    <message>
        <source>&amp;Our side</source>
        <translation>Н&amp;аша сторона</translation>
    </message>
    <message>
        <source>&amp;Their side</source>
        <translation>&amp;Их сторона</translation>
    </message>
    <message>
        <source>&amp;Work areas</source>
        <translation>С&amp;феры</translation>
    </message>
    <message>
        <source>Responsi&amp;ble</source>
        <translation>&amp;Ответственный</translation>
    </message>
    <message>
        <source>Ori&amp;ginal</source>
        <translation>Ори&amp;гинал</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>Прим&amp;ечание</translation>
    </message>
</context>
<context>
    <name>ChangeEventsDialog</name>
    <message>
        <source>Change selected events</source>
        <translation>Изменить выбранные мероприятия</translation>
    </message>
    <message>
        <source>Only ticked fields are written, into every selected event.</source>
        <translation>Записываются только отмеченные поля, во все выбранные мероприятия.</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>печатать</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>не печатать</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>&amp;In the report</source>
        <translation>В &amp;отчёт</translation>
    </message>
    <message>
        <source>&amp;Participants</source>
        <translation>&amp;Участники</translation>
    </message>
    <message>
        <source>&amp;Responsible</source>
        <translation>О&amp;тветственный</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Источник</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>&amp;Примечание</translation>
    </message>
    <message>
        <source>Report &amp;year</source>
        <translation>Отчётный &amp;год</translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation>Не указано</translation>
    </message>
    <message numerus="yes">
        <source>Change %n event(s)</source>
        <translation>
            <numerusform>Изменить %n мероприятие</numerusform>
            <numerusform>Изменить %n мероприятия</numerusform>
            <numerusform>Изменить %n мероприятий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckRegisterDialog</name>
    <message>
        <source>Check of the file: %1</source>
        <translation>Проверка файла: %1</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>&amp;Save into a new file…</source>
        <translation>&amp;Спасти в новый файл…</translation>
    </message>
    <message>
        <source>Restore from a &amp;backup…</source>
        <translation>&amp;Восстановить из копии…</translation>
    </message>
    <message>
        <source>&amp;Go to the record</source>
        <translation>&amp;Перейти к записи</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>File, history, records, index of words: nothing is wrong.</source>
        <translation>Файл, история, записи и указатель слов – всё в порядке.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed. Found: %n</source>
        <translation>
            <numerusform>Ничего не изменено. Найдено: %n</numerusform>
            <numerusform>Ничего не изменено. Найдено: %n</numerusform>
            <numerusform>Ничего не изменено. Найдено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Have been put right: %n</source>
        <translation>
            <numerusform>Исправлено: %n</numerusform>
            <numerusform>Исправлено: %n</numerusform>
            <numerusform>Исправлено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The file as it was is kept among the backups: %1</source>
        <translation>Прежний файл сохранён среди резервных копий: %1</translation>
    </message>
    <message numerus="yes">
        <source>Left: %n</source>
        <translation>
            <numerusform>Осталось: %n</numerusform>
            <numerusform>Осталось: %n</numerusform>
            <numerusform>Осталось: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Исправлено</translation>
    </message>
    <message>
        <source>Only a new file helps</source>
        <translation>Поможет только новый файл</translation>
    </message>
    <message>
        <source>The program can put this right</source>
        <translation>Программа исправит сама</translation>
    </message>
    <message>
        <source>Look at it yourself</source>
        <translation>Посмотрите сами</translation>
    </message>
    <message numerus="yes">
        <source>Put right: %n</source>
        <translation>
            <numerusform>Исправить: %n</numerusform>
            <numerusform>Исправить: %n</numerusform>
            <numerusform>Исправить: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>not given</source>
        <translation>не указано</translation>
    </message>
</context>
<context>
    <name>ChoiceFilterField</name>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
</context>
<context>
    <name>ColumnMeaningsDialog</name>
    <message>
        <source>Columns of the sheet “%1”</source>
        <translation>Столбцы листа «%1»</translation>
    </message>
    <message>
        <source>&amp;Take these columns</source>
        <translation>&amp;Принять столбцы</translation>
    </message>
    <message>
        <source>A row tells of</source>
        <translation>В строке:</translation>
    </message>
    <message>
        <source>The head is in &amp;row</source>
        <translation>Заголовок в &amp;строке</translation>
    </message>
    <message>
        <source>&amp;rows of it</source>
        <translation>с&amp;трок в нём</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Head and first values</source>
        <translation>Заголовок и первые значения</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Что в столбце</translation>
    </message>
    <message>
        <source>(no head)</source>
        <translation>(без заголовка)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>What column %1 holds: %2</source>
        <translation>Что в столбце %1: %2</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выберите…</translation>
    </message>
    <message>
        <source>Two columns cannot both hold: %1</source>
        <translation>Одно и то же в двух столбцах: %1</translation>
    </message>
    <message>
        <source>No column holds yet: %1</source>
        <translation>Не указан столбец: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) still to be decided; what is not wanted is “do not take”</source>
        <translation>
            <numerusform>Осталось решить: %n столбец. Ненужное – «не брать»</numerusform>
            <numerusform>Осталось решить: %n столбца. Ненужное – «не брать»</numerusform>
            <numerusform>Осталось решить: %n столбцов. Ненужное – «не брать»</numerusform>
        </translation>
    </message>
    <message>
        <source>The columns are remembered for tables with the same head</source>
        <translation>Запомнится для таблиц с таким же заголовком</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>C&amp;olumns</source>
        <translation>С&amp;толбцы</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Как вначале</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Partners</source>
        <translation>Партнёры</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>В программе произошла ошибка.</translation>
    </message>
    <message>
        <source>Everything saved so far is safe. You can go on working; please pass the details on to whoever looks after the program.</source>
        <translation>Всё сохранённое цело, можно работать дальше. Передайте подробности тому, кто сопровождает программу.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare reports</source>
        <translation>Сравнение отчётов</translation>
    </message>
    <message>
        <source>Report for %1, as it is now</source>
        <translation>Отчёт за %1 год, как сейчас в реестре</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Различия</translation>
    </message>
    <message>
        <source>&amp;Save as a sheet…</source>
        <translation>С&amp;охранить таблицей…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation>&amp;Было:</translation>
    </message>
    <message>
        <source>&amp;After:</source>
        <translation>&amp;Стало:</translation>
    </message>
    <message>
        <source>Edition for %1 of %2</source>
        <translation>Выпуск за %1 год от %2</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>&amp;Все</translation>
    </message>
    <message>
        <source>A&amp;dded</source>
        <translation>&amp;Добавлено</translation>
    </message>
    <message>
        <source>&amp;Removed</source>
        <translation>&amp;Убрано</translation>
    </message>
    <message>
        <source>C&amp;hanged</source>
        <translation>&amp;Изменено</translation>
    </message>
    <message>
        <source>The two reports are the same, word for word.</source>
        <translation>Оба отчёта совпадают слово в слово.</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>The register as it is now cannot be read.</source>
        <translation>Реестр в нынешнем виде не читается.</translation>
    </message>
    <message>
        <source>The steps of the history are the same.</source>
        <translation>Шаги истории те же.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) will be lost</source>
        <translation>
            <numerusform>Пропадёт %n шаг</numerusform>
            <numerusform>Пропадут %n шага</numerusform>
            <numerusform>Пропадут %n шагов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) will come back</source>
        <translation>
            <numerusform>Вернётся %n шаг</numerusform>
            <numerusform>Вернутся %n шага</numerusform>
            <numerusform>Вернутся %n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Страны</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Партнёры</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Основания</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Мероприятия</translation>
    </message>
    <message>
        <source>will be %1</source>
        <translation>станет %1</translation>
    </message>
    <message>
        <source>%1, as now</source>
        <translation>%1, как сейчас</translation>
    </message>
    <message>
        <source>now %2, will be %1</source>
        <translation>сейчас %2, станет %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n older step(s)</source>
        <translation>
            <numerusform>и ещё %n более ранний шаг</numerusform>
            <numerusform>и ещё %n более ранних шага</numerusform>
            <numerusform>и ещё %n более ранних шагов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by two</source>
        <translation>Изменено двумя</translation>
    </message>
    <message>
        <source>Delete all the same</source>
        <translation>Всё равно удалить</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Do not delete</source>
        <translation>Не удалять</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>&amp;Theirs everywhere</source>
        <translation>Везде &amp;чужое</translation>
    </message>
    <message>
        <source>&amp;Mine everywhere</source>
        <translation>Везде &amp;моё</translation>
    </message>
    <message>
        <source>What you are deleting was changed by somebody else before you saw it. Nothing is deleted yet.</source>
        <translation>То, что вы удаляете, тем временем изменил кто-то другой, и вы этого ещё не видели. Пока ничего не удалено.</translation>
    </message>
    <message>
        <source>Somebody else wrote in the same fields before you saw it. Nothing of theirs is written over: choose what stays, field by field.</source>
        <translation>Эти же поля тем временем изменил кто-то другой, и вы этого ещё не видели. Чужая правка не затёрта: выберите по каждому полю, что останется.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно кто</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>моё</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Было: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to choose</source>
        <translation>
            <numerusform>Осталось выбрать: %n поле</numerusform>
            <numerusform>Осталось выбрать: %n поля</numerusform>
            <numerusform>Осталось выбрать: %n полей</numerusform>
        </translation>
    </message>
    <message>
        <source>Can be undone in one step: Ctrl+Z</source>
        <translation>Можно отменить одним шагом: Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Compare…</source>
        <translation>Сравнить…</translation>
    </message>
    <message>
        <source>Deleted by somebody else</source>
        <translation>Удалено другим</translation>
    </message>
    <message>
        <source>%1: deleted by %2, %3.</source>
        <translation>%1: запись удалена. Кто: %2, когда: %3.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно кто</translation>
    </message>
    <message>
        <source>You have typed: “%1”</source>
        <translation>Вы набрали: «%1»</translation>
    </message>
    <message>
        <source>Bring it back and write</source>
        <translation>Вернуть и записать</translation>
    </message>
    <message>
        <source>Leave it deleted</source>
        <translation>Оставить удалённым</translation>
    </message>
    <message>
        <source>Keep my text for later</source>
        <translation>Отложить мой текст</translation>
    </message>
</context>
<context>
    <name>CountryTree</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>City, country, event</source>
        <translation>Город, страна, мероприятие</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>Countries and partners</source>
        <translation>Страны и партнёры</translation>
    </message>
    <message>
        <source>Nothing found for “%1” in %2</source>
        <translation>По запросу «%1» за %2 год ничего не найдено</translation>
    </message>
    <message>
        <source>No partner suits the filter.</source>
        <translation>Под этот фильтр не подходит ни один партнёр.</translation>
    </message>
</context>
<context>
    <name>CountryTreeActs</name>
    <message>
        <source>New band</source>
        <translation>Новый раздел</translation>
    </message>
    <message>
        <source>Name of the band</source>
        <translation>Название раздела</translation>
    </message>
    <message>
        <source>For example: Africa</source>
        <translation>Например: Африка</translation>
    </message>
    <message>
        <source>New country</source>
        <translation>Новая страна</translation>
    </message>
    <message>
        <source>Name of the country</source>
        <translation>Название страны</translation>
    </message>
    <message>
        <source>For example: Norway</source>
        <translation>Например: Норвегия</translation>
    </message>
    <message>
        <source>New partner</source>
        <translation>Новый партнёр</translation>
    </message>
    <message>
        <source>Name of the partner as it stands in the table</source>
        <translation>Название партнёра, как оно стоит в таблице</translation>
    </message>
    <message>
        <source>For example: Oslo</source>
        <translation>Например: г. Осло</translation>
    </message>
    <message>
        <source>Add band…</source>
        <translation>Добавить раздел…</translation>
    </message>
    <message>
        <source>Add country…</source>
        <translation>Добавить страну…</translation>
    </message>
    <message>
        <source>Add partner…</source>
        <translation>Добавить партнёра…</translation>
    </message>
    <message>
        <source>Add “Country as a whole”</source>
        <translation>Добавить строку «Страна в целом»</translation>
    </message>
    <message>
        <source>Change all agreements…</source>
        <translation>Изменить все основания…</translation>
    </message>
    <message>
        <source>Merge with a duplicate…</source>
        <translation>Объединить с дубликатом…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Reference on the partner…</source>
        <translation>Справка о партнёре…</translation>
    </message>
    <message>
        <source>History of the record…</source>
        <translation>История записи…</translation>
    </message>
    <message>
        <source>The partner&apos;s data…</source>
        <translation>Данные партнёра…</translation>
    </message>
    <message>
        <source>The country&apos;s data…</source>
        <translation>Данные страны…</translation>
    </message>
    <message>
        <source>The band&apos;s data…</source>
        <translation>Данные раздела…</translation>
    </message>
    <message>
        <source>Delete partner</source>
        <translation>Удалить партнёра</translation>
    </message>
    <message>
        <source>Delete country</source>
        <translation>Удалить страну</translation>
    </message>
    <message numerus="yes">
        <source>Delete country with %n partner(s)</source>
        <translation>
            <numerusform>Удалить страну и %n партнёра</numerusform>
            <numerusform>Удалить страну и %n партнёров</numerusform>
            <numerusform>Удалить страну и %n партнёров</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete band</source>
        <translation>Удалить раздел</translation>
    </message>
    <message numerus="yes">
        <source>Delete band with %n country(ies)</source>
        <translation>
            <numerusform>Удалить раздел и %n страну</numerusform>
            <numerusform>Удалить раздел и %n страны</numerusform>
            <numerusform>Удалить раздел и %n стран</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountryTreeDelegate</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>CountryTreeModel</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n мероприятие</numerusform>
            <numerusform>%n мероприятия</numerusform>
            <numerusform>%n мероприятий</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: open the name and press Enter to try again</source>
        <translation>Не сохранено: откройте название (F2) и нажмите Enter, чтобы повторить</translation>
    </message>
    <message>
        <source>All partners</source>
        <translation>Все партнёры</translation>
    </message>
    <message>
        <source>Country as a whole</source>
        <translation>Страна в целом</translation>
    </message>
</context>
<context>
    <name>DamagedRegisterDialog</name>
    <message>
        <source>Damaged register: %1</source>
        <translation>Повреждённый реестр: %1</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Резервные копии, сначала новые</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Look at what can be read</source>
        <translation>&amp;Посмотреть, что читается</translation>
    </message>
    <message>
        <source>Restore from a &amp;backup…</source>
        <translation>&amp;Восстановить из копии…</translation>
    </message>
    <message>
        <source>&amp;Save into a new file…</source>
        <translation>&amp;Спасти в новый файл…</translation>
    </message>
    <message>
        <source>For reading only; the file stays as it is</source>
        <translation>Только для чтения; файл останется как есть</translation>
    </message>
    <message>
        <source>The file was left as it is. There is no backup of it on this computer. What can be read can be saved into a new file.</source>
        <translation>Файл не изменён. Его резервных копий на этом компьютере нет. То, что читается, можно спасти в новый файл.</translation>
    </message>
    <message>
        <source>The file was left as it is. A backup holds everything up to its time; what is newer may still be read in the damaged file.</source>
        <translation>Файл не изменён. В резервной копии есть всё, что было до её времени; более новое, возможно, ещё читается в повреждённом файле.</translation>
    </message>
</context>
<context>
    <name>DateEcho</name>
    <message>
        <source>The value is kept as it is</source>
        <translation>Значение сохранено как есть</translation>
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
    <name>DateRow</name>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>not specified</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>What happened on this date</source>
        <translation>Что произошло в эту дату</translation>
    </message>
    <message>
        <source>Delete this date</source>
        <translation>Удалить эту дату</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Text that was being typed at %1 was not saved:</source>
        <translation>Набранный в %1 текст не был сохранён:</translation>
    </message>
    <message>
        <source>Restore the typed text</source>
        <translation>Восстановить набранный текст</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Не восстанавливать</translation>
    </message>
</context>
<context>
    <name>EditionCommands</name>
    <message>
        <source>The report for %1 is issued and kept in the register.</source>
        <translation>Отчёт за %1 год выпущен и хранится в реестре.</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Сохранить файл…</translation>
    </message>
    <message>
        <source>The report is being issued…</source>
        <translation>Отчёт выпускается…</translation>
    </message>
    <message>
        <source>Cooperation with partner cities in %1, edition of %2</source>
        <translation>Сотрудничество с городами-партнёрами в %1 году, выпуск от %2</translation>
    </message>
    <message>
        <source>Excel workbook, as it was issued (*.xlsx)</source>
        <translation>Книга Excel, как была выпущена (*.xlsx)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Документ Word (*.docx)</translation>
    </message>
    <message>
        <source>PDF, as it is printed (*.pdf)</source>
        <translation>PDF, как на печати (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Веб-страница (*.html)</translation>
    </message>
    <message>
        <source>Save the edition</source>
        <translation>Сохранить выпуск</translation>
    </message>
    <message>
        <source>The edition is being written…</source>
        <translation>Выпуск записывается…</translation>
    </message>
    <message>
        <source>The edition is written: %1</source>
        <translation>Выпуск записан: %1</translation>
    </message>
    <message>
        <source>The reports are being compared…</source>
        <translation>Отчёты сравниваются…</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Comparison of reports, %1</source>
        <translation>Сравнение отчётов, %1</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Сохранить сравнение</translation>
    </message>
    <message>
        <source>The comparison is being written…</source>
        <translation>Сравнение записывается…</translation>
    </message>
    <message>
        <source>The comparison is written: %1</source>
        <translation>Сравнение записано: %1</translation>
    </message>
    <message numerus="yes">
        <source>The year %1 is open, %n event(s) taken over.</source>
        <translation>
            <numerusform>Открыт %1 год, перенесено %n мероприятие.</numerusform>
            <numerusform>Открыт %1 год, перенесено %n мероприятия.</numerusform>
            <numerusform>Открыт %1 год, перенесено %n мероприятий.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionsDialog</name>
    <message>
        <source>Editions of the report</source>
        <translation>Выпуски отчёта</translation>
    </message>
    <message>
        <source>Nothing was issued yet. An edition keeps the report for good as it went out: whatever is corrected later, it can be saved and printed again word for word, and compared with what is in the register now.</source>
        <translation>Выпусков ещё нет. Выпуск навсегда хранит отчёт таким, каким он ушёл: что бы ни исправили потом, его можно снова сохранить и напечатать слово в слово и сравнить с тем, что в реестре сейчас.</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Выпуски</translation>
    </message>
    <message>
        <source>&amp;Save as a file…</source>
        <translation>&amp;Сохранить файл…</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>С&amp;равнить…</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>О&amp;тозвать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>What it holds cannot be read.</source>
        <translation>Что в нём, прочесть нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n партнёр</numerusform>
            <numerusform>%n партнёра</numerusform>
            <numerusform>%n партнёров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n основание</numerusform>
            <numerusform>%n основания</numerusform>
            <numerusform>%n оснований</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n мероприятие</numerusform>
            <numerusform>%n мероприятия</numerusform>
            <numerusform>%n мероприятий</numerusform>
        </translation>
    </message>
    <message>
        <source>a choice from the year</source>
        <translation>не весь отчёт, а выборка</translation>
    </message>
    <message>
        <source>Edition without a note</source>
        <translation>Выпуск без примечания</translation>
    </message>
    <message>
        <source>&amp;Issue the report for %1…</source>
        <translation>&amp;Выпустить отчёт за %1 год…</translation>
    </message>
    <message>
        <source>&amp;Open the year %1…</source>
        <translation>Открыть %1 &amp;год…</translation>
    </message>
    <message>
        <source>The edition of %1 of the report for %2 is withdrawn.</source>
        <translation>Выпуск от %1 отчёта за %2 год отозван.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Register of partner cities</source>
        <translation>Реестр городов-партнёров</translation>
    </message>
    <message>
        <source>Countries and cities, agreements, the events of each year. The yearly table is put together by itself.</source>
        <translation>Страны и города, соглашения, мероприятия каждого года. Годовая таблица собирается сама.</translation>
    </message>
    <message>
        <source>A file can also be dropped on this window</source>
        <translation>Файл можно просто перетащить в это окно</translation>
    </message>
    <message>
        <source>Look at a sample</source>
        <translation>Посмотреть на образце</translation>
    </message>
    <message>
        <source>The report of 2020: 30 countries, 130 events. Change and delete what you like, it is a copy</source>
        <translation>Отчёт 2020 года: 30 стран, 130 мероприятий. Можно менять и удалять, это копия</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Открыть образец</translation>
    </message>
    <message>
        <source>Start from your own table</source>
        <translation>Начать со своей таблицы</translation>
    </message>
    <message>
        <source>Last year&apos;s report in Excel or Word; what was recognised is shown before anything is written</source>
        <translation>Прошлогодний отчёт в Excel или Word; что распознано, будет показано до записи</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Start from a clean sheet</source>
        <translation>Начать с чистого листа</translation>
    </message>
    <message>
        <source>Three bands: Europe, Asia, CIS; they can be renamed</source>
        <translation>Три раздела: Европа, Азия, СНГ; их можно переименовать</translation>
    </message>
    <message>
        <source>Create a register…</source>
        <translation>Создать реестр…</translation>
    </message>
    <message>
        <source>Open an existing register</source>
        <translation>Открыть готовый реестр</translation>
    </message>
    <message>
        <source>A file on this computer or in a shared folder</source>
        <translation>Файл на этом компьютере или в общей папке</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
</context>
<context>
    <name>EraseCommands</name>
    <message>
        <source>Looking through the records and the history…</source>
        <translation>Просматриваются записи и история…</translation>
    </message>
    <message>
        <source>The text is being erased…</source>
        <translation>Текст удаляется…</translation>
    </message>
    <message>
        <source>The text is erased from the records and the history.</source>
        <translation>Текст удалён из записей и из истории.</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) still hold it; delete them yourself.</source>
        <translation>
            <numerusform>Он ещё есть в %n копии: решите, удалить ли её.</numerusform>
            <numerusform>Он ещё есть в %n копиях: решите, удалить ли их.</numerusform>
            <numerusform>Он ещё есть в %n копиях: решите, удалить ли их.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be read.</source>
        <translation>
            <numerusform>%n копию прочитать не удалось.</numerusform>
            <numerusform>%n копии прочитать не удалось.</numerusform>
            <numerusform>%n копий прочитать не удалось.</numerusform>
        </translation>
    </message>
    <message>
        <source>The second folder is not there now, its backups may still hold it: %1</source>
        <translation>Вторая папка сейчас недоступна, в её копиях он ещё может быть: %1</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase from the history</source>
        <translation>Удалить из истории</translation>
    </message>
    <message>
        <source>Name of a person, for example</source>
        <translation>Например, имя человека</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Текст</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>What is deleted stays in the history, so that it can come back. Here a text is taken out for good: from the records, from every older step and from the file.</source>
        <translation>Удалённое остаётся в истории, чтобы его можно было вернуть. Здесь текст убирается насовсем: из записей, из всех прежних шагов и из самого файла.</translation>
    </message>
    <message>
        <source>Where the text stands</source>
        <translation>Где стоит этот текст</translation>
    </message>
    <message>
        <source>&amp;Erase for good</source>
        <translation>&amp;Удалить навсегда</translation>
    </message>
    <message>
        <source>The text stands nowhere, as whole words of the register.</source>
        <translation>Такого текста (целыми словами) в реестре нет.</translation>
    </message>
    <message numerus="yes">
        <source>In %n field(s) of today&apos;s records.</source>
        <translation>
            <numerusform>Сейчас в записях: %n поле.</numerusform>
            <numerusform>Сейчас в записях: %n поля.</numerusform>
            <numerusform>Сейчас в записях: %n полей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n older step(s) of the history.</source>
        <translation>
            <numerusform>В истории: %n шаг.</numerusform>
            <numerusform>В истории: %n шага.</numerusform>
            <numerusform>В истории: %n шагов.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the name of who wrote some of the steps.</source>
        <translation>Это имя автора некоторых шагов.</translation>
    </message>
    <message>
        <source>Issued reports stay as they were issued: %1</source>
        <translation>Выпущенные отчёты остаются как есть: %1</translation>
    </message>
    <message>
        <source>Cannot be undone, nor can anything that was done before.</source>
        <translation>Отменить нельзя – ни это, ни сделанное до этого.</translation>
    </message>
    <message>
        <source>Type at least three letters.</source>
        <translation>Напишите не меньше трёх букв.</translation>
    </message>
    <message>
        <source>First look where the text stands.</source>
        <translation>Сначала найдите, где стоит этот текст.</translation>
    </message>
</context>
<context>
    <name>EventBlocks</name>
    <message>
        <source>Only one block of cells can be copied at a time.</source>
        <translation>Скопировать можно только один прямоугольник ячеек.</translation>
    </message>
    <message>
        <source>Cells of different kinds cannot be filled from left to right.</source>
        <translation>Ячейки разного рода нельзя заполнить слева направо.</translation>
    </message>
    <message>
        <source>Rows were left out: %1. Choose one city or country on the left first.</source>
        <translation>Строк не добавлено: %1. Сначала выберите слева один город или одну страну.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) stay as they were:</source>
        <translation>
            <numerusform>%n ячейка осталась как была:</numerusform>
            <numerusform>%n ячейки остались как были:</numerusform>
            <numerusform>%n ячеек остались как были:</numerusform>
        </translation>
    </message>
    <message>
        <source>What lies to the right of the last column was left out.</source>
        <translation>То, что правее последнего столбца, пропущено.</translation>
    </message>
    <message>
        <source>row %1, %2 “%3”</source>
        <translation>строка %1, %2 «%3»</translation>
    </message>
    <message>
        <source>row %1, %2</source>
        <translation>строка %1, %2</translation>
    </message>
</context>
<context>
    <name>EventCommands</name>
    <message>
        <source>Choose a city or a country on the left: the text&apos;s events go there.</source>
        <translation>Выберите слева город или страну: туда попадут мероприятия из текста.</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Относится к</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Копировать в</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n event(s)</source>
        <translation>
            <numerusform>Скопировать %n мероприятие</numerusform>
            <numerusform>Скопировать %n мероприятия</numerusform>
            <numerusform>Скопировать %n мероприятий</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied to: %1</source>
        <translation>Скопировано: %1</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Перенести в</translation>
    </message>
    <message numerus="yes">
        <source>Move %n event(s)</source>
        <translation>
            <numerusform>Перенести %n мероприятие</numerusform>
            <numerusform>Перенести %n мероприятия</numerusform>
            <numerusform>Перенести %n мероприятий</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to: %1</source>
        <translation>Перенесено: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>&amp;Merge into one event</source>
        <translation>О&amp;бъединить в одно мероприятие</translation>
    </message>
    <message>
        <source>&amp;Merge with the event: %1</source>
        <translation>О&amp;бъединить с мероприятием: %1</translation>
    </message>
</context>
<context>
    <name>EventDelegate</name>
    <message>
        <source>Not saved: open the cell and press Enter to try again</source>
        <translation>Не сохранено: откройте ячейку и нажмите Enter, чтобы повторить</translation>
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
    <name>EventGrid</name>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Show all events again</source>
        <translation>Снова показать все мероприятия</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Вставить текст</translation>
    </message>
    <message>
        <source>Make events of a copied text</source>
        <translation>Сделать мероприятия из скопированного текста</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Добавить мероприятие</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>Мероприятия %1 года</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Мероприятия</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>None of the events matches the filter.</source>
        <translation>Под фильтр не подходит ни одно мероприятие.</translation>
    </message>
    <message>
        <source>There are no events in %1.</source>
        <translation>За %1 год мероприятий нет.</translation>
    </message>
    <message>
        <source>There are no events in %1. Type the first one above.</source>
        <translation>За %1 год мероприятий нет. Наберите первое в строке выше.</translation>
    </message>
    <message>
        <source>Type date and text: “20-22 February – visit of a delegation”</source>
        <translation>Наберите дату и текст: «20-22 февраля – визит делегации»</translation>
    </message>
    <message>
        <source>The register is open for reading only</source>
        <translation>Реестр открыт только для чтения</translation>
    </message>
    <message>
        <source>An event of the whole country: type date and text</source>
        <translation>Мероприятие всей страны: наберите дату и текст</translation>
    </message>
    <message>
        <source>To add an event, choose a city or a country on the left</source>
        <translation>Чтобы добавить мероприятие, выберите слева город или страну</translation>
    </message>
</context>
<context>
    <name>EventGridBody</name>
    <message>
        <source>Paste text</source>
        <translation>Вставить текст</translation>
    </message>
    <message>
        <source>Make events of a copied text</source>
        <translation>Сделать мероприятия из скопированного текста</translation>
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
    <name>EventTable</name>
    <message>
        <source>Events</source>
        <translation>Мероприятия</translation>
    </message>
</context>
<context>
    <name>EventValues</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Партнёр</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Мероприятие</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>In the report</source>
        <translation>В отчёт</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>печатается</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>не печатается</translation>
    </message>
    <message>
        <source>also: %1</source>
        <translation>также: %1</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>New register</source>
        <translation>Новый реестр</translation>
    </message>
    <message>
        <source>Partners.partners</source>
        <translation>Партнёры.partners</translation>
    </message>
    <message>
        <source>Partners – sample of 2020.partners</source>
        <translation>Партнёры – образец 2020 года.partners</translation>
    </message>
    <message>
        <source>Open a register</source>
        <translation>Открыть реестр</translation>
    </message>
    <message>
        <source>No registers yet</source>
        <translation>Реестров пока нет</translation>
    </message>
    <message>
        <source>%1 – copy.partners</source>
        <translation>%1 – копия.partners</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранить копию</translation>
    </message>
    <message>
        <source>The copy is being written…</source>
        <translation>Копия записывается…</translation>
    </message>
    <message>
        <source>The copy is saved: %1</source>
        <translation>Копия сохранена: %1</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Экспорт данных</translation>
    </message>
    <message>
        <source>The data are being written…</source>
        <translation>Данные записываются…</translation>
    </message>
    <message>
        <source>The data are written: %1</source>
        <translation>Данные записаны: %1</translation>
    </message>
    <message>
        <source>Excel workbook, events of %1 (*.xlsx)</source>
        <translation>Книга Excel: мероприятия %1 года (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel workbook, events of all years (*.xlsx)</source>
        <translation>Книга Excel: мероприятия всех лет (*.xlsx)</translation>
    </message>
    <message>
        <source>Partners – data of %1.xlsx</source>
        <translation>Партнёры – данные за %1 год.xlsx</translation>
    </message>
    <message>
        <source>Partners – all data.xlsx</source>
        <translation>Партнёры – все данные.xlsx</translation>
    </message>
    <message numerus="yes">
        <source>The data are written, %n event(s): %1</source>
        <translation>
            <numerusform>Данные записаны, %n мероприятие: %1</numerusform>
            <numerusform>Данные записаны, %n мероприятия: %1</numerusform>
            <numerusform>Данные записаны, %n мероприятий: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Документ Word (*.docx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Веб-страница (*.html)</translation>
    </message>
    <message>
        <source>Report for %1</source>
        <translation>Отчёт за %1 год</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Cooperation with partner cities in %1</source>
        <translation>Сотрудничество с городами-партнёрами %1</translation>
    </message>
    <message>
        <source>PDF, as it is printed (*.pdf)</source>
        <translation>PDF, как на печати (*.pdf)</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>Отчёт записывается…</translation>
    </message>
    <message numerus="yes">
        <source>The report for %2 is written, %n event(s): %1</source>
        <translation>
            <numerusform>Отчёт за %2 год записан, %n мероприятие: %1</numerusform>
            <numerusform>Отчёт за %2 год записан, %n мероприятия: %1</numerusform>
            <numerusform>Отчёт за %2 год записан, %n мероприятий: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Папка:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Вид файла:</translation>
    </message>
    <message>
        <source>Register of partners (*.partners)</source>
        <translation>Реестр партнёров (*.partners)</translation>
    </message>
    <message>
        <source>Data of a register (*.json)</source>
        <translation>Данные реестра (*.json)</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
</context>
<context>
    <name>FilterHeader</name>
    <message>
        <source>filter</source>
        <translation>фильтр</translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Фильтр: %1</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>печатается</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>не печатается</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find everywhere</source>
        <translation>Найти везде</translation>
    </message>
    <message>
        <source>Find: name, title, event, remark – in all years</source>
        <translation>Найти: название, документ, мероприятие, примечание – за все годы</translation>
    </message>
    <message>
        <source>Found records</source>
        <translation>Найденные записи</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Заменить…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Go to the record</source>
        <translation>Перейти к записи</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Beginnings of words are enough; endings do not matter.</source>
        <translation>Достаточно начала слов; окончания не важны.</translation>
    </message>
    <message numerus="yes">
        <source>Found: %n record(s)</source>
        <translation>
            <numerusform>Найдена %n запись</numerusform>
            <numerusform>Найдены %n записи</numerusform>
            <numerusform>Найдено %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>Ничего не найдено.</translation>
    </message>
    <message>
        <source>Partners and countries</source>
        <translation>Партнёры и страны</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Основания</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>Мероприятия %1 года</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>без даты</translation>
    </message>
    <message>
        <source>no title</source>
        <translation>без названия</translation>
    </message>
</context>
<context>
    <name>FindingCommands</name>
    <message>
        <source>Check · %1</source>
        <translation>Проверка · %1</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Known word</source>
        <translation>Верное слово</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Расшифровать…</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Так и надо</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Findings about the file</source>
        <translation>Замечания к файлу</translation>
    </message>
    <message>
        <source>Show the row</source>
        <translation>Показать строку</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>FindingsDock</name>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>Correct %n</source>
        <translation>
            <numerusform>Исправить %n</numerusform>
            <numerusform>Исправить %n</numerusform>
            <numerusform>Исправить %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct everything that is certain, %n place(s), in one step</source>
        <translation>
            <numerusform>Исправить всё, в чём нет сомнений, одним шагом: %n место</numerusform>
            <numerusform>Исправить всё, в чём нет сомнений, одним шагом: %n места</numerusform>
            <numerusform>Исправить всё, в чём нет сомнений, одним шагом: %n мест</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Все</translation>
    </message>
    <message>
        <source>&amp;Errors</source>
        <translation>&amp;Ошибки</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>For &amp;information</source>
        <translation>К &amp;сведению</translation>
    </message>
    <message>
        <source>The register is being checked…</source>
        <translation>Реестр проверяется…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Nothing to correct was found.</source>
        <translation>Замечаний нет.</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>стр. %1</translation>
    </message>
    <message>
        <source>Go to the record</source>
        <translation>Перейти к записи</translation>
    </message>
</context>
<context>
    <name>HelpBrowser</name>
    <message>
        <source>Page of the help</source>
        <translation>Страница справки</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation>Содержание справки</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>HistoryCommands</name>
    <message>
        <source>event</source>
        <translation>мероприятие</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>основание</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n step(s)</source>
        <translation>
            <numerusform>%1: %n шаг</numerusform>
            <numerusform>%1: %n шага</numerusform>
            <numerusform>%1: %n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>The register was changed meanwhile. %1</source>
        <translation>Тем временем реестр изменили. %1</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Показать историю</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>History: %1</source>
        <translation>История: %1</translation>
    </message>
    <message>
        <source>Steps of the history</source>
        <translation>Шаги истории</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Показать раньше</translation>
    </message>
    <message>
        <source>Bring the record back to what it was</source>
        <translation>Вернуть запись к прежнему виду</translation>
    </message>
    <message>
        <source>Bring back what was deleted</source>
        <translation>Восстановить удалённое</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Открыть запись</translation>
    </message>
    <message>
        <source>Take this step back</source>
        <translation>Отменить этот шаг</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Отменить последнее действие</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Ctrl+Z · any number of steps can be undone, after a restart too</source>
        <translation>Ctrl+Z · отменить можно любое число шагов, и после перезапуска</translation>
    </message>
    <message>
        <source>No step matches the filters.</source>
        <translation>Таких шагов нет.</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Сегодня, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Вчера, %1</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>The record is what it was already.</source>
        <translation>Запись уже такая, какой была.</translation>
    </message>
    <message>
        <source>Could not be brought back: %1</source>
        <translation>Не возвращено: %1</translation>
    </message>
    <message>
        <source>The field holds this value already.</source>
        <translation>В поле уже это значение.</translation>
    </message>
    <message>
        <source>Everything is there already.</source>
        <translation>Всё уже на месте.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed since were left as they are</source>
        <translation>
            <numerusform>%n запись изменена позже и оставлена как есть</numerusform>
            <numerusform>%n записи изменены позже и оставлены как есть</numerusform>
            <numerusform>%n записей изменены позже и оставлены как есть</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Find: record, word, person</source>
        <translation>Найти: запись, слово, сотрудник</translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation>Найти в истории</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все сотрудники</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Последний %n день</numerusform>
            <numerusform>Последние %n дня</numerusform>
            <numerusform>Последние %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Все действия</translation>
    </message>
    <message>
        <source>Deleted records</source>
        <translation>Удалённые записи</translation>
    </message>
</context>
<context>
    <name>Holding</name>
    <message>
        <source>The file or its folder may not be written: the register is open for reading only.</source>
        <translation>Файл или его папку изменять нельзя: реестр открыт только для чтения.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Take the register over</source>
        <translation>Взять реестр себе</translation>
    </message>
    <message>
        <source>Nothing has been heard of that computer for more than ten minutes: it was switched off, or has lost the network. If somebody does work there, ask them first: what they type after this is not saved. Everything saved so far stays.</source>
        <translation>Больше десяти минут тот компьютер не даёт о себе знать: он выключен или потерял сеть. Если там всё же кто-то работает, сначала спросите: то, что он наберёт после этого, не сохранится. Всё сохранённое до сих пор останется.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Взять себе</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The register is free now and open for writing.</source>
        <translation>Реестр освободился и открыт для правки.</translation>
    </message>
    <message>
        <source>Here it can only be read.</source>
        <translation>Здесь его можно только читать.</translation>
    </message>
    <message>
        <source>It will be opened for writing as soon as it is free.</source>
        <translation>Реестр откроется для правки, как только освободится.</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>Не ждать</translation>
    </message>
    <message>
        <source>Open for writing when it is free</source>
        <translation>Открыть для правки, когда освободится</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить ещё раз</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Взять себе…</translation>
    </message>
    <message>
        <source>%1 has closed the register: it is free.</source>
        <translation>Реестр свободен, его больше никто не правит. До этого: %1.</translation>
    </message>
    <message>
        <source>Open for writing</source>
        <translation>Открыть для правки</translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message>
        <source>Tables, documents and registers (%1)</source>
        <translation>Таблицы, документы и реестры (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Load from a file</source>
        <translation>Загрузить из файла</translation>
    </message>
    <message>
        <source>%1 – refused rows.xlsx</source>
        <translation>%1 – отклонённые строки.xlsx</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>Сохранить отклонённые строки</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>новых: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>изменено: %1</translation>
    </message>
    <message>
        <source>deleted: %1</source>
        <translation>удалено: %1</translation>
    </message>
    <message>
        <source>Taken in from “%1”: %2</source>
        <translation>Загружено из «%1»: %2</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Отменить загрузку</translation>
    </message>
    <message>
        <source>The import is undone.</source>
        <translation>Загрузка отменена.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed since stay as they are.</source>
        <translation>
            <numerusform>%n запись, изменённая после загрузки, осталась как есть.</numerusform>
            <numerusform>%n записи, изменённые после загрузки, остались как есть.</numerusform>
            <numerusform>%n записей, изменённых после загрузки, остались как есть.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another register</source>
        <translation>Другой реестр</translation>
    </message>
    <message>
        <source>“%1” is a register.</source>
        <translation>«%1» – это реестр.</translation>
    </message>
    <message>
        <source>Open it in place of this one, or load its records into this one?</source>
        <translation>Открыть его вместо этого или загрузить его записи в этот?</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>&amp;Load from it</source>
        <translation>&amp;Загрузить из него</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ImportDetails</name>
    <message>
        <source>Previous entry</source>
        <translation>Предыдущая запись</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>Следующая запись</translation>
    </message>
    <message>
        <source>In the register it stays</source>
        <translation>В реестре останется</translation>
    </message>
    <message>
        <source>Would be deleted from the register</source>
        <translation>Будет удалено из реестра</translation>
    </message>
    <message>
        <source>In the register it becomes</source>
        <translation>В реестре станет</translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>В файле: %1</translation>
    </message>
    <message>
        <source>It does not stand in the file any more.</source>
        <translation>В файле этой записи больше нет.</translation>
    </message>
    <message>
        <source>Show that record</source>
        <translation>Показать ту запись</translation>
    </message>
    <message>
        <source>Yes, &amp;empty it</source>
        <translation>Да, о&amp;чистить</translation>
    </message>
    <message>
        <source>Yes, &amp;bring it back</source>
        <translation>Да, &amp;вернуть</translation>
    </message>
    <message>
        <source>Yes, &amp;delete it</source>
        <translation>Да, &amp;удалить</translation>
    </message>
    <message>
        <source>Yes, take the file&apos;s</source>
        <translation>Да, взять из файла</translation>
    </message>
    <message>
        <source>It is: %1</source>
        <translation>Это: %1</translation>
    </message>
    <message>
        <source>A new record</source>
        <translation>Новая запись</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Take in a file</source>
        <translation>Загрузка из файла</translation>
    </message>
    <message>
        <source>&amp;Save the refused ones…</source>
        <translation>&amp;Сохранить отклонённые…</translation>
    </message>
    <message>
        <source>The file is being worked on</source>
        <translation>Файл обрабатывается</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The table names no year. Which one is it of?</source>
        <translation>В таблице не назван год. За какой она год? Укажите его выше.</translation>
    </message>
    <message>
        <source>The tables of this file are on hidden sheets. Choose one above.</source>
        <translation>Таблицы этого файла – на скрытых листах. Выберите одну из них выше.</translation>
    </message>
    <message>
        <source>An empty cell of the file erases nothing.</source>
        <translation>Пустая ячейка файла ничего не стирает.</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Столбцы…</translation>
    </message>
    <message>
        <source>Not all columns that are needed were recognised.</source>
        <translation>Распознаны не все нужные столбцы.</translation>
    </message>
    <message numerus="yes">
        <source>What %n column(s) hold is not known. Say it, or leave them out.</source>
        <translation>
            <numerusform>Неизвестно, что в %n столбце. Укажите это или откажитесь от него.</numerusform>
            <numerusform>Неизвестно, что в %n столбцах. Укажите это или откажитесь от них.</numerusform>
            <numerusform>Неизвестно, что в %n столбцах. Укажите это или откажитесь от них.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file was taken in already on %1, by %2.</source>
        <translation>Этот файл уже загружали: %1, %2.</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>Новых изменений нет.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write %n change(s)</source>
        <translation>
            <numerusform>&amp;Записать %n изменение</numerusform>
            <numerusform>&amp;Записать %n изменения</numerusform>
            <numerusform>&amp;Записать %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Нечего записывать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The file was changed meanwhile, and was read again. Nothing was written yet.</source>
        <translation>Файл тем временем изменился и прочитан заново. Пока ничего не записано.</translation>
    </message>
    <message>
        <source>The register was changed meanwhile. The list is made again; your ticks stayed.</source>
        <translation>Реестр тем временем изменился. Список составлен заново, ваши отметки сохранены.</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Почему отклонено</translation>
    </message>
    <message>
        <source>Row of the file</source>
        <translation>Строка файла</translation>
    </message>
    <message>
        <source>The refused rows are saved: %1</source>
        <translation>Отклонённые строки сохранены: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>What you decided here is not written yet.</source>
        <translation>Ваши решения ещё не записаны.</translation>
    </message>
    <message>
        <source>The register stays as it is.</source>
        <translation>Реестр останется как есть.</translation>
    </message>
    <message>
        <source>Close without writing</source>
        <translation>Закрыть без записи</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Вернуться к списку</translation>
    </message>
</context>
<context>
    <name>ImportFilters</name>
    <message>
        <source>Find in the list</source>
        <translation>Найти в списке</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Все</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>&amp;Новые</translation>
    </message>
    <message>
        <source>Wi&amp;ll change</source>
        <translation>&amp;Изменятся</translation>
    </message>
    <message>
        <source>Not in the &amp;file</source>
        <translation>Нет в &amp;файле</translation>
    </message>
    <message>
        <source>&amp;Unchanged</source>
        <translation>&amp;Без изменений</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Проверьте</translation>
    </message>
    <message>
        <source>&amp;Refused</source>
        <translation>О&amp;тклонены</translation>
    </message>
</context>
<context>
    <name>ImportHead</name>
    <message>
        <source>&amp;Other file…</source>
        <translation>&amp;Другой файл…</translation>
    </message>
    <message>
        <source>Colu&amp;mns…</source>
        <translation>Столб&amp;цы…</translation>
    </message>
    <message>
        <source>Table of the file</source>
        <translation>Таблица файла</translation>
    </message>
    <message>
        <source>Report year</source>
        <translation>Год отчёта</translation>
    </message>
    <message>
        <source>Report &amp;year</source>
        <translation>&amp;Год отчёта</translation>
    </message>
    <message>
        <source>&amp;Hidden rows too</source>
        <translation>С&amp;крытые строки тоже</translation>
    </message>
    <message>
        <source>is being read…</source>
        <translation>читается…</translation>
    </message>
    <message>
        <source>Sheet “%1”</source>
        <translation>Лист «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>recognised: %1</source>
        <translation>распознано: %1</translation>
    </message>
    <message>
        <source>year %1</source>
        <translation>год %1</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Замечаний: %1</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>Выберите таблицу…</translation>
    </message>
    <message>
        <source>%1 (hidden sheet)</source>
        <translation>%1 (скрытый лист)</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>What would be written</source>
        <translation>Что будет записано</translation>
    </message>
    <message>
        <source>Tick all that are shown</source>
        <translation>Отметить все показанные</translation>
    </message>
    <message>
        <source>Leave out all that are shown</source>
        <translation>Снять отметки со всех показанных</translation>
    </message>
</context>
<context>
    <name>ImportNotice</name>
    <message>
        <source>Other file…</source>
        <translation>Другой файл…</translation>
    </message>
    <message>
        <source>Say what the colu&amp;mns hold…</source>
        <translation>&amp;Указать столбцы…</translation>
    </message>
    <message>
        <source>&amp;Copy the details</source>
        <translation>&amp;Скопировать подробности</translation>
    </message>
    <message>
        <source>“%1” is being read</source>
        <translation>Читается «%1»</translation>
    </message>
</context>
<context>
    <name>ImportPlanModel</name>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Партнёр</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Что будет записано</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Ячейка</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>отмечено</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>не отмечено</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>было: %1</translation>
    </message>
    <message>
        <source>becomes: %1</source>
        <translation>станет: %1</translation>
    </message>
    <message>
        <source>Alike: %1</source>
        <translation>Похоже на: %1</translation>
    </message>
    <message>
        <source>Not written, since what it belongs to is not: %1</source>
        <translation>Не запишется: не отмечено то, к чему относится: %1</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Issue the report for %1</source>
        <translation>Выпустить отчёт за %1 год</translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n партнёр</numerusform>
            <numerusform>%n партнёра</numerusform>
            <numerusform>%n партнёров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n мероприятие</numerusform>
            <numerusform>%n мероприятия</numerusform>
            <numerusform>%n мероприятий</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. The edition keeps the report as it is now; later corrections of the register do not change it.</source>
        <translation>%1. Выпуск сохранит отчёт таким, какой он сейчас; исправления, сделанные позже, его не изменят.</translation>
    </message>
    <message>
        <source>Approved by the chairman on 15 January</source>
        <translation>Утверждён председателем 15 января</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Примечание:</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>&amp;Save the workbook as a file, too</source>
        <translation>&amp;Сохранить и файл книги Excel</translation>
    </message>
    <message>
        <source>There are no events of this year to be printed.</source>
        <translation>Мероприятий этого года для печати нет.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Recent registers</source>
        <translation>Не&amp;давние реестры</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Партнёры</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (только чтение)</translation>
    </message>
    <message>
        <source>Report for %1</source>
        <translation>Отчёт за %1 год</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge with “%1”</source>
        <translation>Объединение с «%1»</translation>
    </message>
    <message>
        <source>Which record is the same as “%1”?</source>
        <translation>Какая запись – то же, что «%1»?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>Часть названия</translation>
    </message>
    <message>
        <source>Records that may be the same</source>
        <translation>Записи, которые могут быть дубликатом</translation>
    </message>
    <message>
        <source>Country as a whole</source>
        <translation>Страна в целом</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Choose the record that will go.</source>
        <translation>Выберите запись, которая исчезнет.</translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n основание</numerusform>
            <numerusform>%n основания</numerusform>
            <numerusform>%n оснований</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n мероприятие</numerusform>
            <numerusform>%n мероприятия</numerusform>
            <numerusform>%n мероприятий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n партнёр</numerusform>
            <numerusform>%n партнёра</numerusform>
            <numerusform>%n партнёров</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” goes; what stands under it (%3) will stand under “%2”, and its name is kept there as another name.</source>
        <translation>«%1» исчезнет; всё, что к этой записи относится (%3), перейдёт к «%2», а название сохранится там как другое.</translation>
    </message>
    <message>
        <source>Merge: %1</source>
        <translation>Объединить: %1</translation>
    </message>
</context>
<context>
    <name>MonthDays</name>
    <message>
        <source>Mo</source>
        <translation>пн</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>вт</translation>
    </message>
    <message>
        <source>We</source>
        <translation>ср</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>чт</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>пт</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>сб</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>вс</translation>
    </message>
</context>
<context>
    <name>NamePrompt</name>
    <message>
        <source>Open the existing one</source>
        <translation>Открыть существующий</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>There is one already: %1</source>
        <translation>Уже есть: %1</translation>
    </message>
</context>
<context>
    <name>NextYearDialog</name>
    <message>
        <source>Open the year %1</source>
        <translation>Открыть %1 год</translation>
    </message>
    <message>
        <source>&amp;Events that take place again (their dates are to be given anew):</source>
        <translation>&amp;Мероприятия, которые пройдут снова (даты дней нужно будет указать заново):</translation>
    </message>
    <message>
        <source>Events that take place again</source>
        <translation>Мероприятия, которые пройдут снова</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ничего</translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n партнёр</numerusform>
            <numerusform>%n партнёра</numerusform>
            <numerusform>%n партнёров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n основание</numerusform>
            <numerusform>%n основания</numerusform>
            <numerusform>%n оснований</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes on by itself: %1.</source>
        <translation>В новый год переходят без изменений: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The year %1 holds %n event(s) already.</source>
        <translation>
            <numerusform>В %1 году уже есть %n мероприятие.</numerusform>
            <numerusform>В %1 году уже есть %n мероприятия.</numerusform>
            <numerusform>В %1 году уже есть %n мероприятий.</numerusform>
        </translation>
    </message>
    <message>
        <source>The title of the report becomes “%1”.</source>
        <translation>Заголовок отчёта станет таким: «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n мероприятие</numerusform>
            <numerusform>%n мероприятия</numerusform>
            <numerusform>%n мероприятий</numerusform>
        </translation>
    </message>
    <message>
        <source>Can be undone in one step: Ctrl+Z</source>
        <translation>Отменяется одним шагом: Ctrl+Z</translation>
    </message>
    <message>
        <source>Nothing is written: only the year that is looked at changes.</source>
        <translation>Ничего не записывается: меняется только год, который показан.</translation>
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
        <source>Report issued</source>
        <translation>Отчёт выпущен</translation>
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
    <message>
        <source>Finding accepted</source>
        <translation>Замечание принято</translation>
    </message>
    <message>
        <source>Acceptance withdrawn</source>
        <translation>Принятие замечания отменено</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Исправлено</translation>
    </message>
    <message>
        <source>Glossary changed</source>
        <translation>Изменён словарь сокращений</translation>
    </message>
    <message>
        <source>Known words changed</source>
        <translation>Изменён список верных слов</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Удаление из истории</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Файл исправлен</translation>
    </message>
</context>
<context>
    <name>OtherNames</name>
    <message>
        <source>Another name</source>
        <translation>Ещё название</translation>
    </message>
</context>
<context>
    <name>OtherSheetsDialog</name>
    <message>
        <source>Other sheets</source>
        <translation>Другие листы</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>На дату</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>По</translation>
    </message>
    <message>
        <source>Reference on a partner, one page</source>
        <translation>Справка о партнёре, одна страница</translation>
    </message>
    <message>
        <source>Documents in force on a day</source>
        <translation>Действующие документы на дату</translation>
    </message>
    <message>
        <source>Plan of events of a year</source>
        <translation>План мероприятий года</translation>
    </message>
    <message>
        <source>Changes of the register in a period</source>
        <translation>Изменения реестра за период</translation>
    </message>
    <message>
        <source>City or country</source>
        <translation>Город или страна</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Лист</translation>
    </message>
    <message>
        <source>&amp;Partner</source>
        <translation>П&amp;артнёр</translation>
    </message>
    <message>
        <source>On the &amp;day</source>
        <translation>На &amp;дату</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Год</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;С</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;По</translation>
    </message>
    <message>
        <source>What the register knows of a partner: ties, documents in force, the last events. As many events as fit one page of A4.</source>
        <translation>Что известно о партнёре: связи, действующие документы, последние мероприятия. Мероприятий – столько, сколько помещается на одной странице А4.</translation>
    </message>
    <message>
        <source>Every document that is in force on that day, with its term; those of which the register does not tell stand apart with the reason.</source>
        <translation>Все документы, действующие в этот день, с их сроком; те, о которых по реестру этого сказать нельзя, стоят отдельно, с причиной.</translation>
    </message>
    <message>
        <source>All events of the report year by date, with partner, kind and who is responsible; those without a date stand at the end.</source>
        <translation>Все мероприятия отчётного года по датам: партнёр, вид, ответственный; мероприятия без даты стоят в конце.</translation>
    </message>
    <message>
        <source>Who changed what in these days: old and new. What was undone later is marked.</source>
        <translation>Кто и что изменил в эти дни: было и стало. Отменённое позже отмечено.</translation>
    </message>
    <message>
        <source>Choose a partner</source>
        <translation>Выберите партнёра</translation>
    </message>
    <message>
        <source>There is no such partner</source>
        <translation>Такого партнёра нет</translation>
    </message>
    <message>
        <source>A day is needed: 31.12.2020</source>
        <translation>Нужна дата: 31.12.2020</translation>
    </message>
    <message>
        <source>A year of four digits is needed</source>
        <translation>Нужен год из четырёх цифр</translation>
    </message>
    <message>
        <source>Days are needed: 01.01.2020 and 31.12.2020</source>
        <translation>Нужны даты: 01.01.2020 и 31.12.2020</translation>
    </message>
    <message>
        <source>The period ends before it begins</source>
        <translation>Период кончается раньше, чем начинается</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page before</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Number of the page: type another and press Enter</source>
        <translation>Номер страницы: введите другой и нажмите Enter</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>Мельче (Ctrl+-)</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>По ширине</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Страница целиком</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Крупнее (Ctrl++)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages of the report</source>
        <translation>Страницы отчёта</translation>
    </message>
</context>
<context>
    <name>PartialDateEdit</name>
    <message>
        <source>month without a day</source>
        <translation>месяц, без дня</translation>
    </message>
    <message>
        <source>year without a day</source>
        <translation>год, без дня</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>понедельник</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>вторник</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>среда</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>четверг</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>пятница</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>суббота</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>воскресенье</translation>
    </message>
    <message>
        <source>Choose in the calendar (Alt+↓)</source>
        <translation>Выбрать в календаре (Alt+↓)</translation>
    </message>
</context>
<context>
    <name>ParticularsDialog</name>
    <message>
        <source>Date of the status</source>
        <translation>Дата состояния</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Band “%1”</source>
        <translation>Раздел «%1»</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>Heading in the &amp;table</source>
        <translation>Заголовок в &amp;таблице</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>При&amp;мечание</translation>
    </message>
    <message>
        <source>Country “%1”</source>
        <translation>Страна «%1»</translation>
    </message>
    <message>
        <source>Partner “%1”</source>
        <translation>Партнёр «%1»</translation>
    </message>
    <message>
        <source>no name: the country as a whole</source>
        <translation>без названия: страна в целом</translation>
    </message>
    <message>
        <source>Status &amp;since</source>
        <translation>Состояние с &amp;даты</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Состояние</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>П&amp;ричина</translation>
    </message>
    <message>
        <source>&amp;Latitude, °</source>
        <translation>&amp;Широта, °</translation>
    </message>
    <message>
        <source>Lon&amp;gitude, °</source>
        <translation>До&amp;лгота, °</translation>
    </message>
    <message>
        <source>&amp;Other and former names</source>
        <translation>Др&amp;угие названия</translation>
    </message>
    <message>
        <source>A name is needed</source>
        <translation>Нужно название</translation>
    </message>
    <message>
        <source>Coordinates are degrees: 60,4518 and 22,2666</source>
        <translation>Координаты пишутся в градусах: 60,4518 и 22,2666</translation>
    </message>
    <message>
        <source>Latitude and longitude are given together</source>
        <translation>Широта и долгота указываются вместе</translation>
    </message>
    <message>
        <source>Can be undone in one step: Ctrl+Z</source>
        <translation>Можно отменить одним шагом: Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>PartnerHeader</name>
    <message>
        <source>Report &amp;year</source>
        <translation>&amp;Год отчёта</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Предыдущий год</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>Следующий год</translation>
    </message>
    <message>
        <source>Report year</source>
        <translation>Год отчёта</translation>
    </message>
    <message>
        <source>All partners</source>
        <translation>Все партнёры</translation>
    </message>
    <message>
        <source>ties since %1</source>
        <translation>связи с %1 г.</translation>
    </message>
    <message>
        <source>Country as a whole</source>
        <translation>Страна в целом</translation>
    </message>
    <message>
        <source>The partner&apos;s data</source>
        <translation>Данные партнёра</translation>
    </message>
    <message>
        <source>The country&apos;s data</source>
        <translation>Данные страны</translation>
    </message>
    <message>
        <source>The band&apos;s data</source>
        <translation>Данные раздела</translation>
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
    <name>PassedOverDialog</name>
    <message>
        <source>What the check passes over</source>
        <translation>Что проверка пропускает</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Все</translation>
    </message>
    <message>
        <source>A&amp;bbreviations</source>
        <translation>Со&amp;кращения</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>С&amp;лова</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Замечания</translation>
    </message>
    <message>
        <source>Nothing yet. Explain abbreviations here, or leave a finding as it is: the check then passes it over.</source>
        <translation>Пока ничего. Расшифруйте здесь сокращения или отметьте у замечания «Так и надо» – и проверка перестанет о них напоминать.</translation>
    </message>
    <message>
        <source>Add an a&amp;bbreviation…</source>
        <translation>Добавить со&amp;кращение…</translation>
    </message>
    <message>
        <source>Add a &amp;word…</source>
        <translation>Добавить с&amp;лово…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Abbreviations</source>
        <translation>Сокращения</translation>
    </message>
    <message>
        <source>Known words</source>
        <translation>Верные слова</translation>
    </message>
    <message>
        <source>Findings left as they are</source>
        <translation>Замечания, отмеченные «Так и надо»</translation>
    </message>
    <message>
        <source>Without a reason</source>
        <translation>Без причины</translation>
    </message>
    <message>
        <source>The text has changed since: the finding is shown again.</source>
        <translation>С тех пор текст изменился: замечание показывается снова.</translation>
    </message>
    <message>
        <source>Go to the record</source>
        <translation>Перейти к записи</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>Показывать снова</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>PasteTextDialog</name>
    <message>
        <source>Paste text</source>
        <translation>Вставить текст</translation>
    </message>
    <message>
        <source>Text with events</source>
        <translation>Текст с мероприятиями</translation>
    </message>
    <message>
        <source>Paste the text here: “10 March – visit of a delegation”</source>
        <translation>Вставьте сюда текст: «10 марта – визит делегации»</translation>
    </message>
    <message>
        <source>Events found in the text</source>
        <translation>Мероприятия, найденные в тексте</translation>
    </message>
    <message>
        <source>Events found</source>
        <translation>Найдено мероприятий</translation>
    </message>
    <message>
        <source>Nothing found yet. An event begins with its date at the start of a line.</source>
        <translation>Пока ничего не найдено. Мероприятие начинается с даты в начале строки.</translation>
    </message>
    <message>
        <source>%1 · report for %2</source>
        <translation>%1 · отчёт за %2 год</translation>
    </message>
    <message>
        <source>The text can be corrected here; the list beside follows.</source>
        <translation>Текст можно исправить здесь, список рядом изменится сам.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n event(s)</source>
        <translation>
            <numerusform>Добавить %n мероприятие</numerusform>
            <numerusform>Добавить %n мероприятия</numerusform>
            <numerusform>Добавить %n мероприятий</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to add</source>
        <translation>Нечего добавить</translation>
    </message>
</context>
<context>
    <name>PastedEventsModel</name>
    <message>
        <source>No date was found</source>
        <translation>Дата не найдена</translation>
    </message>
    <message>
        <source>The date cannot be read; its wording is kept as it is</source>
        <translation>Дата не читается, запись останется как есть</translation>
    </message>
    <message>
        <source>The date is not of the report year</source>
        <translation>Дата не относится к отчётному году</translation>
    </message>
    <message>
        <source>It seems to be there already</source>
        <translation>Похоже, оно уже есть</translation>
    </message>
    <message>
        <source>It stands in the text twice</source>
        <translation>В тексте оно стоит дважды</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>City or country</source>
        <translation>Город или страна</translation>
    </message>
    <message>
        <source>Search for a city or a country</source>
        <translation>Поиск города или страны</translation>
    </message>
    <message>
        <source>Cities and countries</source>
        <translation>Города и страны</translation>
    </message>
    <message>
        <source>No such city or country.</source>
        <translation>Такого города или страны нет.</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>%1: the whole country</source>
        <translation>%1: вся страна</translation>
    </message>
    <message>
        <source>Row without a city</source>
        <translation>Строка без города</translation>
    </message>
</context>
<context>
    <name>PrintCommands</name>
    <message>
        <source>The pages are being laid out…</source>
        <translation>Готовятся страницы…</translation>
    </message>
    <message numerus="yes">
        <source>The report is sent to the printer, %n sheet(s): %1</source>
        <translation>
            <numerusform>Отчёт отправлен на печать, %n лист: %1</numerusform>
            <numerusform>Отчёт отправлен на печать, %n листа: %1</numerusform>
            <numerusform>Отчёт отправлен на печать, %n листов: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить в PDF…</translation>
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
    <name>RegisterFileCommands</name>
    <message>
        <source>The register is damaged; what can be read of it is shown, as a copy. %1</source>
        <translation>Реестр повреждён. Показана копия того, что удалось прочитать; сам файл не изменён. %1</translation>
    </message>
    <message>
        <source>Save into a new file…</source>
        <translation>Спасти в новый файл…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Восстановить из копии…</translation>
    </message>
    <message>
        <source>Copy to this computer…</source>
        <translation>Скопировать на этот компьютер…</translation>
    </message>
    <message>
        <source>Do not say it again</source>
        <translation>Больше не напоминать</translation>
    </message>
    <message>
        <source>Copy to this computer</source>
        <translation>Скопировать на этот компьютер</translation>
    </message>
    <message>
        <source>Register of partners (*.partners)</source>
        <translation>Реестр партнёров (*.partners)</translation>
    </message>
    <message>
        <source>The copy is being written…</source>
        <translation>Записывается копия…</translation>
    </message>
    <message>
        <source>The register&apos;s file is not what was written to it: the disk may be failing. Nothing was changed.</source>
        <translation>В файле реестра не то, что в него записано: возможно, отказывает диск. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Check the file…</source>
        <translation>Проверить файл…</translation>
    </message>
    <message>
        <source>The register&apos;s file is being checked…</source>
        <translation>Проверяется файл реестра…</translation>
    </message>
    <message>
        <source>A copy is being kept, and the file put right…</source>
        <translation>Сохраняется копия, и файл исправляется…</translation>
    </message>
    <message>
        <source>What can be read is being gathered…</source>
        <translation>Собирается то, что читается…</translation>
    </message>
    <message>
        <source>What can be read is being saved…</source>
        <translation>Спасается то, что читается…</translation>
    </message>
    <message>
        <source>%1 – saved.partners</source>
        <translation>%1 – спасённое.partners</translation>
    </message>
    <message>
        <source>Save what can be read into a new file</source>
        <translation>Спасти то, что читается, в новый файл</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace everywhere</source>
        <translation>Заменить везде</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Учитывать регистр</translation>
    </message>
    <message>
        <source>&amp;Whole words only</source>
        <translation>Только &amp;целые слова</translation>
    </message>
    <message>
        <source>Places of the text</source>
        <translation>Места, где есть текст</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ни одного</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>&amp;Найти:</translation>
    </message>
    <message>
        <source>&amp;Replace with:</source>
        <translation>&amp;Заменить на:</translation>
    </message>
    <message>
        <source>Names, titles, events and remarks of all years are searched.</source>
        <translation>Поиск идёт по названиям, документам, мероприятиям и примечаниям за все годы.</translation>
    </message>
    <message>
        <source>The text is found nowhere.</source>
        <translation>Такого текста нигде нет.</translation>
    </message>
    <message>
        <source>The first %1 of %2 places are shown; replace them, then the others.</source>
        <translation>Показаны первые %1 из %2 мест: замените их, затем остальные.</translation>
    </message>
    <message>
        <source>Can be undone in one step: Ctrl+Z</source>
        <translation>Можно отменить одним шагом: Ctrl+Z</translation>
    </message>
    <message numerus="yes">
        <source>Replace in %n place(s)</source>
        <translation>
            <numerusform>Заменить в %n месте</numerusform>
            <numerusform>Заменить в %n местах</numerusform>
            <numerusform>Заменить в %n местах</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
</context>
<context>
    <name>ReportChoiceDialog</name>
    <message>
        <source>What the report shows</source>
        <translation>Состав отчёта</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Показать</translation>
    </message>
    <message>
        <source>Bands and countries</source>
        <translation>Регионы и страны</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Partners &amp;without events too</source>
        <translation>И партнёры &amp;без мероприятий</translation>
    </message>
    <message>
        <source>Events &amp;from</source>
        <translation>Мероприятия &amp;с</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>п&amp;о</translation>
    </message>
    <message>
        <source>The register itself is not changed.</source>
        <translation>Сам реестр не меняется.</translation>
    </message>
    <message>
        <source>Tick at least one country.</source>
        <translation>Отметьте хотя бы одну страну.</translation>
    </message>
    <message>
        <source>A day cannot be read: write it as 20.02.2020, or leave it empty.</source>
        <translation>День не прочитан: напишите его как 20.02.2020 или оставьте пустым.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Период кончается раньше, чем начинается.</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Report year</source>
        <translation>Год отчёта</translation>
    </message>
    <message>
        <source>&amp;What is shown…</source>
        <translation>&amp;Состав…</translation>
    </message>
    <message>
        <source>Bands, countries, period, partners without events</source>
        <translation>Регионы, страны, период, партнёры без мероприятий</translation>
    </message>
    <message>
        <source>A part is shown</source>
        <translation>Показана часть</translation>
    </message>
    <message>
        <source>Show the whole report again</source>
        <translation>Снова показать весь отчёт</translation>
    </message>
    <message>
        <source>&amp;Issue the report…</source>
        <translation>&amp;Выпустить отчёт…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Печать…</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <translation>&amp;PDF…</translation>
    </message>
    <message>
        <source>&amp;Word…</source>
        <translation>&amp;Word…</translation>
    </message>
    <message>
        <source>Save as &amp;Excel…</source>
        <translation>Сохранить в &amp;Excel…</translation>
    </message>
    <message>
        <source>Report for %1: preview</source>
        <translation>Отчёт за %1 год: предварительный просмотр</translation>
    </message>
    <message numerus="yes">
        <source>A4, landscape · %n page(s)</source>
        <translation>
            <numerusform>A4, альбомная · %n страница</numerusform>
            <numerusform>A4, альбомная · %n страницы</numerusform>
            <numerusform>A4, альбомная · %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>%1 год</translation>
    </message>
</context>
<context>
    <name>RetentionCommands</name>
    <message numerus="yes">
        <source>Old values were removed from %n step(s) of the history.</source>
        <translation>
            <numerusform>Прежние значения убраны из %n шага истории.</numerusform>
            <numerusform>Прежние значения убраны из %n шагов истории.</numerusform>
            <numerusform>Прежние значения убраны из %n шагов истории.</numerusform>
        </translation>
    </message>
    <message>
        <source>The records are as they were.</source>
        <translation>Записи остались как были.</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Показать историю</translation>
    </message>
    <message>
        <source>Old values could not be removed from the history; it is tried again when the register is next opened. %1</source>
        <translation>Прежние значения не удалось убрать из истории; программа попробует снова при следующем открытии реестра. %1</translation>
    </message>
</context>
<context>
    <name>SalvagedDialog</name>
    <message>
        <source>Saved into a new file: %1</source>
        <translation>Спасено в новый файл: %1</translation>
    </message>
    <message>
        <source>The damaged file “%1” is as it was. Keep it until you have looked through.</source>
        <translation>Повреждённый файл «%1» остался как был. Не удаляйте его, пока не просмотрите спасённое.</translation>
    </message>
    <message>
        <source>What was saved</source>
        <translation>Что спасено</translation>
    </message>
    <message>
        <source>&amp;Open the new file</source>
        <translation>&amp;Открыть новый файл</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Open again</source>
        <translation>Открыть заново</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Проверить ещё раз</translation>
    </message>
    <message>
        <source>Open another register…</source>
        <translation>Открыть другой реестр…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
</context>
<context>
    <name>ScanField</name>
    <message>
        <source>no file is chosen</source>
        <translation>файл не выбран</translation>
    </message>
    <message>
        <source>Choose the file of the scan</source>
        <translation>Выбрать файл скана</translation>
    </message>
    <message>
        <source>Open the scan</source>
        <translation>Открыть скан</translation>
    </message>
    <message>
        <source>Scan of the agreement</source>
        <translation>Скан основания</translation>
    </message>
    <message>
        <source>Pictures and papers (%1)</source>
        <translation>Изображения и документы (%1)</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Папка:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Вид файла:</translation>
    </message>
</context>
<context>
    <name>SecondFolder</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>В&amp;ыбрать…</translation>
    </message>
    <message>
        <source>Choose the second folder</source>
        <translation>Выбрать вторую папку</translation>
    </message>
    <message>
        <source>&amp;Do not copy</source>
        <translation>&amp;Не копировать</translation>
    </message>
    <message>
        <source>Backups lie on this computer only. Choose a second folder: a share or a removable disk.</source>
        <translation>Копии лежат только на этом компьютере. Выберите вторую папку: на сетевом или съёмном диске.</translation>
    </message>
    <message>
        <source>Each backup is also copied to: %1</source>
        <translation>Каждая копия записывается и во вторую папку: %1</translation>
    </message>
    <message>
        <source>The second folder is not there now: %1</source>
        <translation>Вторая папка сейчас недоступна: %1</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Сохранить настройки</translation>
    </message>
    <message>
        <source>Takes effect at the next start of the program</source>
        <translation>Подействует при следующем запуске программы</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>&amp;Author of the edits</source>
        <translation>&amp;Автор правок</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Цвета</translation>
    </message>
    <message>
        <source>Size of &amp;type</source>
        <translation>&amp;Размер шрифта</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Всегда</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n год</numerusform>
            <numerusform>%n года</numerusform>
            <numerusform>%n лет</numerusform>
        </translation>
    </message>
    <message>
        <source>T&amp;itle of the table</source>
        <translation>&amp;Название таблицы</translation>
    </message>
    <message>
        <source>&amp;Font of the report</source>
        <translation>&amp;Шрифт отчёта</translation>
    </message>
    <message>
        <source>Row heights are exact for the fonts of this list; any other font gets a little more room</source>
        <translation>Высота строк точна для шрифтов из списка; для других берётся с запасом</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation>%1 пт</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Реестр %1</translation>
    </message>
    <message>
        <source>Te&amp;mplate of the report</source>
        <translation>Ша&amp;блон отчёта</translation>
    </message>
    <message>
        <source>&amp;Keep old values</source>
        <translation>&amp;Хранить прежние значения</translation>
    </message>
    <message>
        <source>When the register is next opened, what the fields were before that is removed from the history for good, after a backup. The records stay as they are; older steps are still listed, but cannot be undone. Backups keep the old values.</source>
        <translation>При следующем открытии реестра всё, чем поля были раньше этого срока, навсегда уйдёт из истории; перед этим записывается копия. Записи останутся как есть; старые шаги будут видны, но отменить их нельзя. В резервных копиях прежние значения остаются.</translation>
    </message>
    <message>
        <source>The history keeps what every field ever was; any step can be undone.</source>
        <translation>История хранит всё, чем поля когда-либо были; отменить можно любой шаг.</translation>
    </message>
    <message>
        <source>As in the template</source>
        <translation>Как в шаблоне</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The table needs a title: it is printed over every report.</source>
        <translation>Таблице нужно название: оно печатается над каждым отчётом.</translation>
    </message>
    <message>
        <source>Choose the font in which the report is printed.</source>
        <translation>Выберите шрифт, которым печатается отчёт.</translation>
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
    <name>SharedPlacesDialog</name>
    <message>
        <source>An event belongs to at least one place</source>
        <translation>У мероприятия должно быть хотя бы одно место</translation>
    </message>
    <message>
        <source>Can be undone in one step: Ctrl+Z</source>
        <translation>Отменяется одним шагом: Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>SheetCommands</name>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Документ Word (*.docx)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF, as it is printed (*.pdf)</source>
        <translation>PDF, как на печати (*.pdf)</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Сохранить лист</translation>
    </message>
    <message>
        <source>Reference – %1</source>
        <translation>Справка – %1</translation>
    </message>
    <message>
        <source>Documents in force on %1</source>
        <translation>Действующие документы на %1</translation>
    </message>
    <message>
        <source>Plan of events of %1</source>
        <translation>План мероприятий на %1 год</translation>
    </message>
    <message>
        <source>Changes of the register %1 – %2</source>
        <translation>Изменения реестра %1 – %2</translation>
    </message>
    <message>
        <source>The sheet is being written…</source>
        <translation>Лист записывается…</translation>
    </message>
    <message>
        <source>The sheet is written: %1</source>
        <translation>Лист записан: %1</translation>
    </message>
    <message>
        <source>the register holds nothing for it, and the sheet says so</source>
        <translation>в реестре для него ничего нет, на листе так и сказано</translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable character(s) replaced</source>
        <translation>
            <numerusform>заменён %n нечитаемый знак</numerusform>
            <numerusform>заменено %n нечитаемых знака</numerusform>
            <numerusform>заменено %n нечитаемых знаков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SingleDateField</name>
    <message>
        <source>Date of registration</source>
        <translation>Дата регистрации</translation>
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
    <name>StatusBar</name>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Try again to write what is typed: Ctrl+S</source>
        <translation>Снова записать набранное: Ctrl+S</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>Файл не открыт</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Всё сохранено</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Сохранено %1</translation>
    </message>
    <message>
        <source>Brought to the present format</source>
        <translation>Переведён в нынешний формат</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Не сохранено: %1</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Только чтение</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n мероприятие</numerusform>
            <numerusform>%n мероприятия</numerusform>
            <numerusform>%n мероприятий</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown %1 of %2 · selected %3</source>
        <translation>Показано %1 из %2 · выбрано %3</translation>
    </message>
</context>
<context>
    <name>StepDetails</name>
    <message numerus="yes">
        <source>and %n more record(s)</source>
        <translation>
            <numerusform>и ещё %n запись</numerusform>
            <numerusform>и ещё %n записи</numerusform>
            <numerusform>и ещё %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>The values of this step are no longer kept.</source>
        <translation>Значения этого шага больше не хранятся.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Bring back the old value: %1</source>
        <translation>Вернуть прежнее значение: %1</translation>
    </message>
</context>
<context>
    <name>TableField</name>
    <message>
        <source>not known</source>
        <translation>не определено</translation>
    </message>
    <message>
        <source>do not take</source>
        <translation>не брать</translation>
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
        <source>country, partner</source>
        <translation>страна и партнёр</translation>
    </message>
    <message>
        <source>partner, country</source>
        <translation>партнёр и страна</translation>
    </message>
    <message>
        <source>kind of partner</source>
        <translation>вид партнёра</translation>
    </message>
    <message>
        <source>other names of the partner</source>
        <translation>другие названия партнёра</translation>
    </message>
    <message>
        <source>status of the relation</source>
        <translation>статус отношений</translation>
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
        <source>remark on the partner</source>
        <translation>примечание о партнёре</translation>
    </message>
    <message>
        <source>document</source>
        <translation>документ</translation>
    </message>
    <message>
        <source>kind of document</source>
        <translation>вид документа</translation>
    </message>
    <message>
        <source>date of the document</source>
        <translation>дата документа</translation>
    </message>
    <message>
        <source>date of the ties</source>
        <translation>дата установления связей</translation>
    </message>
    <message>
        <source>date of signing</source>
        <translation>дата подписания</translation>
    </message>
    <message>
        <source>date of renewal</source>
        <translation>дата продления</translation>
    </message>
    <message>
        <source>date of entry into force</source>
        <translation>дата вступления в силу</translation>
    </message>
    <message>
        <source>validity</source>
        <translation>срок действия</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>действует с</translation>
    </message>
    <message>
        <source>valid until</source>
        <translation>действует до</translation>
    </message>
    <message>
        <source>our signatory</source>
        <translation>подписант с нашей стороны</translation>
    </message>
    <message>
        <source>their signatory</source>
        <translation>подписант с их стороны</translation>
    </message>
    <message>
        <source>status of the document</source>
        <translation>статус документа</translation>
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
        <source>areas of cooperation</source>
        <translation>направления сотрудничества</translation>
    </message>
    <message>
        <source>responsible for the document</source>
        <translation>ответственный за документ</translation>
    </message>
    <message>
        <source>where the original lies</source>
        <translation>место хранения оригинала</translation>
    </message>
    <message>
        <source>remark on the document</source>
        <translation>примечание к документу</translation>
    </message>
    <message>
        <source>report year</source>
        <translation>год отчёта</translation>
    </message>
    <message>
        <source>date of the event</source>
        <translation>дата мероприятия</translation>
    </message>
    <message>
        <source>beginning of the event</source>
        <translation>начало мероприятия</translation>
    </message>
    <message>
        <source>end of the event</source>
        <translation>окончание мероприятия</translation>
    </message>
    <message>
        <source>event</source>
        <translation>мероприятие</translation>
    </message>
    <message>
        <source>kind of event</source>
        <translation>вид мероприятия</translation>
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
        <source>responsible for the event</source>
        <translation>ответственный за мероприятие</translation>
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
        <source>remark on the event</source>
        <translation>примечание к мероприятию</translation>
    </message>
</context>
<context>
    <name>TableSubject</name>
    <message>
        <source>events</source>
        <translation>мероприятия</translation>
    </message>
    <message>
        <source>agreements</source>
        <translation>документы</translation>
    </message>
    <message>
        <source>partners</source>
        <translation>партнёры</translation>
    </message>
</context>
<context>
    <name>TemplateField</name>
    <message>
        <source>Choose a template workbook</source>
        <translation>Выбрать файл шаблона</translation>
    </message>
    <message>
        <source>&amp;Restyle…</source>
        <translation>&amp;Изменить оформление…</translation>
    </message>
    <message>
        <source>Fonts, sizes, column widths and margins are changed in the workbook itself</source>
        <translation>Шрифты, размеры, ширину столбцов и поля меняют в самой книге шаблона</translation>
    </message>
    <message>
        <source>&amp;Built-in template</source>
        <translation>&amp;Встроенный шаблон</translation>
    </message>
    <message>
        <source>Template of the report</source>
        <translation>Шаблон отчёта</translation>
    </message>
    <message>
        <source>Where shall the office&apos;s template be?</source>
        <translation>Где хранить шаблон отчёта</translation>
    </message>
    <message>
        <source>Report template.xlsx</source>
        <translation>Шаблон отчёта.xlsx</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Папка:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Вид файла:</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Встроенный</translation>
    </message>
</context>
<context>
    <name>TextFilterField</name>
    <message>
        <source>filter</source>
        <translation>фильтр</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Панель инструментов</translation>
    </message>
</context>
<context>
    <name>TreeFilterMenu</name>
    <message>
        <source>Filter the tree</source>
        <translation>Фильтр дерева</translation>
    </message>
    <message>
        <source>Without events this year</source>
        <translation>Без мероприятий в этом году</translation>
    </message>
    <message>
        <source>Without a document</source>
        <translation>Без документа</translation>
    </message>
    <message>
        <source>Agreement expired</source>
        <translation>Срок документа истёк</translation>
    </message>
    <message>
        <source>Relation ended</source>
        <translation>Отношения прекращены</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Сбросить фильтр</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Фильтр: %1</translation>
    </message>
</context>
<context>
    <name>ValidityField</name>
    <message>
        <source>Valid from</source>
        <translation>Действует с</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>бессрочно</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>WordDialog</name>
    <message>
        <source>Known word</source>
        <translation>Верное слово</translation>
    </message>
    <message>
        <source>&amp;Add the word</source>
        <translation>&amp;Добавить слово</translation>
    </message>
    <message>
        <source>Can be undone: Ctrl+Z</source>
        <translation>Можно отменить: Ctrl+Z</translation>
    </message>
    <message>
        <source>&amp;Word</source>
        <translation>С&amp;лово</translation>
    </message>
</context>
<context>
    <name>_NameLine</name>
    <message>
        <source>Other name</source>
        <translation>Другое название</translation>
    </message>
    <message>
        <source>name</source>
        <translation>название</translation>
    </message>
    <message>
        <source>Used from</source>
        <translation>Используется с</translation>
    </message>
    <message>
        <source>from</source>
        <translation>с</translation>
    </message>
    <message>
        <source>Used until</source>
        <translation>Используется до</translation>
    </message>
    <message>
        <source>until</source>
        <translation>до</translation>
    </message>
    <message>
        <source>Delete this name</source>
        <translation>Удалить это название</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>by hand</source>
        <translation>вручную</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>перед загрузкой</translation>
    </message>
    <message>
        <source>before a repair</source>
        <translation>перед исправлением</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>перед восстановлением</translation>
    </message>
    <message>
        <source>before a new format</source>
        <translation>перед сменой формата</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another backup.</source>
        <translation>Ничего не изменено. Выберите другую копию.</translation>
    </message>
    <message>
        <source>“%1” is a backup of another register.</source>
        <translation>«%1» – копия другого реестра.</translation>
    </message>
    <message>
        <source>“%1” is the register itself, not a backup.</source>
        <translation>«%1» – сам реестр, а не его резервная копия.</translation>
    </message>
    <message>
        <source>The backup “%1” is damaged and is not restored.</source>
        <translation>Резервная копия «%1» повреждена и не восстановлена.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Interrupted.</source>
        <translation>Прервано.</translation>
    </message>
    <message>
        <source>Which command? Help: %1</source>
        <translation>Какая команда? Справка: %1</translation>
    </message>
    <message>
        <source>Internal error: %1.</source>
        <translation>Внутренняя ошибка: %1.</translation>
    </message>
    <message>
        <source>Internal error: %1. Details are in the log: %2</source>
        <translation>Внутренняя ошибка: %1. Подробности в журнале: %2</translation>
    </message>
    <message>
        <source>Usage: </source>
        <translation>Вызов: </translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Аргументы</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>show this help and end</source>
        <translation>показать эту справку</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Справка: %1</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Не указано: %1.</translation>
    </message>
    <message>
        <source>Not understood: %1.</source>
        <translation>Не понято: %1.</translation>
    </message>
    <message>
        <source>“%1” is not one of: %2.</source>
        <translation>«%1» не входит в список: %2.</translation>
    </message>
    <message>
        <source>A value is missing for %1.</source>
        <translation>Не указано значение для %1.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>У %1 не бывает значения.</translation>
    </message>
    <message>
        <source>The arguments were not understood.</source>
        <translation>Аргументы не поняты.</translation>
    </message>
    <message>
        <source>“%1” is not a year: write four digits, like 2020.</source>
        <translation>«%1» – не год: напишите четыре цифры, например 2020.</translation>
    </message>
    <message>
        <source>“%1” is not the number of a step: see the history.</source>
        <translation>«%1» – не номер шага: смотрите историю.</translation>
    </message>
    <message>
        <source>The name of a file is empty.</source>
        <translation>Имя файла пусто.</translation>
    </message>
    <message>
        <source>The name of the author is empty.</source>
        <translation>Имя автора пусто.</translation>
    </message>
    <message>
        <source>The name of the author cannot be read.</source>
        <translation>Имя автора не читается.</translation>
    </message>
    <message>
        <source>who makes the changes; else the user of the system</source>
        <translation>кто вносит правки; иначе пользователь системы</translation>
    </message>
    <message>
        <source>language of the messages: ru or en; else Russian</source>
        <translation>язык сообщений: ru или en; иначе русский</translation>
    </message>
    <message>
        <source>A register of partner cities: agreements, events and the yearly report. Without arguments, or with a register alone, the window opens.</source>
        <translation>Реестр городов-партнёров: основания, мероприятия и годовой отчёт. Без аргументов или с одним реестром открывается окно.</translation>
    </message>
    <message>
        <source>show the version and end</source>
        <translation>показать версию</translation>
    </message>
    <message>
        <source>with --version: what the program stands on, too</source>
        <translation>вместе с --version: и то, на чём программа работает</translation>
    </message>
    <message>
        <source>try the program out in a temporary folder</source>
        <translation>испытать программу во временной папке</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>КОМАНДА</translation>
    </message>
    <message>
        <source>the register</source>
        <translation>реестр</translation>
    </message>
    <message>
        <source>make a new register; never overwrites</source>
        <translation>создать новый реестр; ничего не перезаписывает</translation>
    </message>
    <message>
        <source>with the records of 2020</source>
        <translation>с записями 2020 года</translation>
    </message>
    <message>
        <source>write the yearly report</source>
        <translation>записать годовой отчёт</translation>
    </message>
    <message>
        <source>the year of the report</source>
        <translation>год отчёта</translation>
    </message>
    <message>
        <source>the report&apos;s file, ends in .xlsx, .docx, .pdf or .html</source>
        <translation>файл отчёта, имя кончается на .xlsx, .docx, .pdf или .html</translation>
    </message>
    <message>
        <source>take records in from a file</source>
        <translation>взять записи из файла</translation>
    </message>
    <message>
        <source>a workbook, a Word or JSON file, or another register</source>
        <translation>книга Excel, файл Word или JSON либо другой реестр</translation>
    </message>
    <message>
        <source>the year, where the file names none</source>
        <translation>год, если в файле он не назван</translation>
    </message>
    <message>
        <source>only show what would be written</source>
        <translation>только показать, что было бы записано</translation>
    </message>
    <message>
        <source>also delete what the file does not hold any more</source>
        <translation>удалить и то, чего в файле больше нет</translation>
    </message>
    <message>
        <source>write the records into a file</source>
        <translation>записать записи в файл</translation>
    </message>
    <message>
        <source>a file that ends in .xlsx (to be edited and taken in) or .json</source>
        <translation>файл с окончанием .xlsx (его можно править и принять обратно) или .json</translation>
    </message>
    <message>
        <source>only the events of this year</source>
        <translation>только мероприятия этого года</translation>
    </message>
    <message>
        <source>show what is missing or doubtful</source>
        <translation>показать, чего не хватает и что сомнительно</translation>
    </message>
    <message>
        <source>take back the newest step</source>
        <translation>отменить последнее действие</translation>
    </message>
    <message>
        <source>do again what was undone last</source>
        <translation>вернуть отменённое последним</translation>
    </message>
    <message>
        <source>show the steps, newest first</source>
        <translation>показать историю, начиная с последнего</translation>
    </message>
    <message>
        <source>take back one older step</source>
        <translation>взять назад одно из прежних действий</translation>
    </message>
    <message>
        <source>the number of the step in the history</source>
        <translation>номер действия в истории</translation>
    </message>
    <message>
        <source>write a verified backup and show its file</source>
        <translation>записать проверенную резервную копию и показать её файл</translation>
    </message>
    <message>
        <source>read a register or backup whole and count its records</source>
        <translation>прочитать реестр или копию целиком и сосчитать записи</translation>
    </message>
    <message>
        <source>put a backup in the register&apos;s place</source>
        <translation>восстановить реестр из резервной копии</translation>
    </message>
    <message>
        <source>a backup of that register</source>
        <translation>резервная копия этого реестра</translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation>вывести один объект JSON</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Создано: %1</translation>
    </message>
    <message>
        <source>Bands: %1</source>
        <translation>Разделов: %1</translation>
    </message>
    <message>
        <source>Countries: %1</source>
        <translation>Стран: %1</translation>
    </message>
    <message>
        <source>Partners: %1</source>
        <translation>Партнёров: %1</translation>
    </message>
    <message>
        <source>Agreements: %1</source>
        <translation>Оснований: %1</translation>
    </message>
    <message>
        <source>Events: %1</source>
        <translation>Мероприятий: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>The same file was taken in before: %1, %2</source>
        <translation>Этот файл уже загружали: %1, %2</translation>
    </message>
    <message>
        <source>Backup before the import: %1</source>
        <translation>Резервная копия перед импортом: %1</translation>
    </message>
    <message>
        <source>Nothing was written: this was a trial.</source>
        <translation>Ничего не записано: это была проба.</translation>
    </message>
    <message>
        <source>Nothing was written: what is new in the file is doubtful or refused.</source>
        <translation>Ничего не записано: всё новое в файле сомнительно или не принято.</translation>
    </message>
    <message>
        <source>Nothing was written: there is nothing new in the file.</source>
        <translation>Ничего не записано: нового в файле нет.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Отменено: %1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Возвращено: %1</translation>
    </message>
    <message>
        <source>Nothing of this step can be taken back any more.</source>
        <translation>Из этого действия уже ничего нельзя взять назад.</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Взято назад: %1</translation>
    </message>
    <message>
        <source>%1: changed since, left as it is (%2).</source>
        <translation>%1: с тех пор изменено, оставлено как есть (%2).</translation>
    </message>
    <message>
        <source>%1: other records came to depend on it or it is gone; left.</source>
        <translation>%1: от записи зависят другие или её уже нет; оставлено.</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <translation>Восстановлен: %1</translation>
    </message>
    <message>
        <source>The file that stood there is kept: %1</source>
        <translation>Прежний файл сохранён рядом: %1</translation>
    </message>
    <message>
        <source>Backup before the restore: %1</source>
        <translation>Резервная копия перед восстановлением: %1</translation>
    </message>
    <message>
        <source>The register is whole: %1</source>
        <translation>Реестр цел: %1</translation>
    </message>
    <message>
        <source>Change number: %1</source>
        <translation>Номер изменения: %1</translation>
    </message>
    <message>
        <source>Digest: %1</source>
        <translation>Отпечаток: %1</translation>
    </message>
    <message>
        <source>Errors: %1, to check: %2, for information: %3</source>
        <translation>Ошибок: %1, проверить: %2, к сведению: %3</translation>
    </message>
    <message>
        <source>New: %1, changed: %2, deleted: %3, unchanged: %4</source>
        <translation>Новых: %1, изменено: %2, удалено: %3, без изменений: %4</translation>
    </message>
    <message>
        <source>Doubtful: %1, refused: %2</source>
        <translation>Сомнительных: %1, отклонено: %2</translation>
    </message>
    <message>
        <source>(undone)</source>
        <translation>(отменено)</translation>
    </message>
</context>
<context>
    <name>comparison</name>
    <message>
        <source>Title changed</source>
        <translation>Заголовок изменён</translation>
    </message>
    <message>
        <source>Band added</source>
        <translation>Раздел добавлен</translation>
    </message>
    <message>
        <source>Band removed</source>
        <translation>Раздел убран</translation>
    </message>
    <message>
        <source>Band changed</source>
        <translation>Раздел изменён</translation>
    </message>
    <message>
        <source>Country added</source>
        <translation>Страна добавлена</translation>
    </message>
    <message>
        <source>Country removed</source>
        <translation>Страна убрана</translation>
    </message>
    <message>
        <source>Country changed</source>
        <translation>Страна изменена</translation>
    </message>
    <message>
        <source>Partner added</source>
        <translation>Партнёр добавлен</translation>
    </message>
    <message>
        <source>Partner removed</source>
        <translation>Партнёр убран</translation>
    </message>
    <message>
        <source>Partner changed</source>
        <translation>Партнёр изменён</translation>
    </message>
    <message>
        <source>Document added</source>
        <translation>Документ добавлен</translation>
    </message>
    <message>
        <source>Document removed</source>
        <translation>Документ убран</translation>
    </message>
    <message>
        <source>Document changed</source>
        <translation>Документ изменён</translation>
    </message>
    <message>
        <source>Event added</source>
        <translation>Мероприятие добавлено</translation>
    </message>
    <message>
        <source>Event removed</source>
        <translation>Мероприятие убрано</translation>
    </message>
    <message>
        <source>Event changed</source>
        <translation>Мероприятие изменено</translation>
    </message>
    <message>
        <source>Stood under: %1</source>
        <translation>Стояло в другом месте: %1</translation>
    </message>
    <message>
        <source>The report itself</source>
        <translation>Отчёт в целом</translation>
    </message>
    <message>
        <source>Country as a whole</source>
        <translation>Страна в целом</translation>
    </message>
</context>
<context>
    <name>damage</name>
    <message>
        <source>The register “%1” is damaged: the beginning of the file is lost.</source>
        <translation>Реестр «%1» повреждён: начало файла утеряно.</translation>
    </message>
    <message>
        <source>The register “%1” is damaged: it is cut off, the end of the file is lost.</source>
        <translation>Реестр «%1» повреждён: файл обрезан, его конец утерян.</translation>
    </message>
    <message>
        <source>The register “%1” holds what this program never puts there, such as a trigger or a view of another program. It could act on its own and is not opened.</source>
        <translation>В реестре «%1» есть то, чего эта программа в него не помещает, – например, триггер или представление другой программы. Оно могло бы действовать само, поэтому реестр не открыт.</translation>
    </message>
    <message>
        <source>The register “%1” is damaged: it lacks tables that every register has.</source>
        <translation>Реестр «%1» повреждён: в нём нет таблиц, которые есть в каждом реестре.</translation>
    </message>
    <message>
        <source>The register “%1” is damaged: its history of changes is not whole.</source>
        <translation>Реестр «%1» повреждён: история изменений не цела.</translation>
    </message>
    <message>
        <source>The register “%1” is damaged: nothing can be read in it any more.</source>
        <translation>Реестр «%1» повреждён: в нём больше ничего нельзя прочитать.</translation>
    </message>
    <message>
        <source>The register “%1” is damaged: it cannot be read whole.</source>
        <translation>Реестр «%1» повреждён: его нельзя прочитать целиком.</translation>
    </message>
    <message>
        <source>%1 of %2 records are saved.</source>
        <translation>Спасено записей: %1 из %2.</translation>
    </message>
    <message>
        <source>Dates, other names, places of events</source>
        <translation>Даты, другие названия, места мероприятий</translation>
    </message>
    <message>
        <source>Made so that records stand somewhere</source>
        <translation>Добавлено, чтобы каждая запись где-то стояла</translation>
    </message>
    <message>
        <source>records: %1; look for “%2” in the tree</source>
        <translation>записей: %1; найдите в дереве «%2»</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>from the history: %1</source>
        <translation>из истории: %1</translation>
    </message>
    <message>
        <source>not read: %1</source>
        <translation>не прочитано: %1</translation>
    </message>
    <message>
        <source>whole, steps: %1</source>
        <translation>цела, шагов: %1</translation>
    </message>
    <message>
        <source>the first steps are kept: %1 of %2; it goes on from there</source>
        <translation>сохранены первые шаги: %1 из %2; дальше она продолжится отсюда</translation>
    </message>
    <message>
        <source>could not be kept (steps: %2); a new one begins with this rescue</source>
        <translation>сохранить не удалось (шагов: %2); с этого спасения начинается новая</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>История изменений</translation>
    </message>
    <message>
        <source>The register lies in a folder of %1. It is exchanged while you write: changes can be lost and copies with the same name can appear.</source>
        <translation>Реестр лежит в папке %1. Облако подменяет файл, пока вы в нём работаете: изменения могут пропасть, могут появиться копии с тем же названием.</translation>
    </message>
    <message>
        <source>a cloud</source>
        <translation>облака</translation>
    </message>
    <message>
        <source>The register lies in the network folder %1. If the connection breaks or two people write at once, changes can be lost.</source>
        <translation>Реестр лежит в сетевой папке %1. Если связь прервётся или двое будут записывать сразу, изменения могут пропасть.</translation>
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
        <source>There is no file or folder “%1”.</source>
        <translation>Нет файла или папки «%1».</translation>
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
        <source>The file “%1” is in the cloud only, and cannot be fetched.</source>
        <translation>Файл «%1» только в облаке, получить его сейчас нельзя.</translation>
    </message>
    <message>
        <source>Go online, or make the file available offline, and retry.</source>
        <translation>Подключитесь к сети или сделайте файл доступным без неё и повторите.</translation>
    </message>
    <message>
        <source>The path of the file “%1” is too long for the system.</source>
        <translation>Путь к файлу «%1» слишком длинный для системы.</translation>
    </message>
    <message>
        <source>Move the file nearer or shorten the names of its folders.</source>
        <translation>Переместите файл ближе или сократите названия папок.</translation>
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
        <source>The register “%1” is in a mode that network folders do not allow.</source>
        <translation>Реестр «%1» записан другой программой в режиме, который не работает в сетевой папке.</translation>
    </message>
    <message>
        <source>Copy it to this computer, open it there, and copy it back.</source>
        <translation>Скопируйте файл на этот компьютер, откройте его здесь и верните на место.</translation>
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
        <source>“%1” is the register that is open.</source>
        <translation>«%1» – это и есть открытый реестр.</translation>
    </message>
    <message>
        <source>Choose a colleague&apos;s copy or another file.</source>
        <translation>Выберите копию коллеги или другой файл.</translation>
    </message>
    <message>
        <source>Nothing was written. Look at what would change once more.</source>
        <translation>Ничего не записано. Посмотрите ещё раз, что изменится.</translation>
    </message>
    <message>
        <source>The file “%1” was changed after it was read.</source>
        <translation>Файл «%1» изменили после того, как он был прочитан.</translation>
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
        <source>The register “%1” is in the format of an older version. Before it is brought to the present one a copy of it is kept, and that failed.</source>
        <translation>Реестр «%1» записан в формате прежней версии программы. Перед переводом в нынешний формат сохраняется его копия, а это не удалось.</translation>
    </message>
    <message>
        <source>The file was left as it is. Make room on the disk or get access to the folder of the copy, and open the register again.</source>
        <translation>Файл не изменён. Освободите место на диске или получите доступ к папке копии и откройте реестр снова.</translation>
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
        <source>There is no report for the year “%1”.</source>
        <translation>За год «%1» отчёта быть не может.</translation>
    </message>
    <message>
        <source>Choose a year of four digits.</source>
        <translation>Выберите год из четырёх цифр.</translation>
    </message>
    <message>
        <source>The period ends before it begins: %1.</source>
        <translation>Период кончается раньше, чем начинается: %1.</translation>
    </message>
    <message>
        <source>Correct the dates of the period.</source>
        <translation>Исправьте даты периода.</translation>
    </message>
    <message>
        <source>What is to stand in the report cannot be read.</source>
        <translation>Не удаётся прочитать, что должно войти в отчёт.</translation>
    </message>
    <message>
        <source>Choose anew: bands, countries, period, partners without events.</source>
        <translation>Выберите заново: разделы, страны, период, партнёров без мероприятий.</translation>
    </message>
    <message>
        <source>Pages cannot be drawn here: the system lacks libraries that Qt needs.</source>
        <translation>На этом компьютере страницы нарисовать нельзя: нет библиотек, которые нужны Qt.</translation>
    </message>
    <message>
        <source>Write the report as .xlsx, or have libEGL and libGL installed.</source>
        <translation>Запишите отчёт в .xlsx или попросите установить libEGL и libGL.</translation>
    </message>
    <message>
        <source>Pages cannot be drawn here: no font is installed.</source>
        <translation>На этом компьютере страницы нарисовать нельзя: не установлено ни одного шрифта.</translation>
    </message>
    <message>
        <source>Write the report as .xlsx, or have a font installed.</source>
        <translation>Запишите отчёт в .xlsx или попросите установить шрифт.</translation>
    </message>
    <message>
        <source>Make them smaller in the template, or choose the built-in one in the settings.</source>
        <translation>Уменьшите их в шаблоне или выберите в настройках встроенный шаблон.</translation>
    </message>
    <message>
        <source>The template workbook of the report is not where it was.</source>
        <translation>Шаблона отчёта нет на прежнем месте.</translation>
    </message>
    <message>
        <source>The template workbook of the report cannot be used.</source>
        <translation>Шаблон отчёта не удалось использовать.</translation>
    </message>
    <message>
        <source>The template workbook of the report lacks the cell “%1”.</source>
        <translation>В шаблоне отчёта нет ячейки «%1».</translation>
    </message>
    <message>
        <source>The margins and heads of the report template leave no room on a page.</source>
        <translation>Поля и шапка в шаблоне отчёта не оставляют на странице места для строк.</translation>
    </message>
    <message>
        <source>Put the template back as it was, or install the program anew.</source>
        <translation>Верните шаблон на место или установите программу заново.</translation>
    </message>
    <message>
        <source>Put “%1” back as it was, or choose the built-in template in the settings.</source>
        <translation>Верните «%1» в прежнем виде или выберите в настройках встроенный шаблон.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>На этом компьютере нет принтера.</translation>
    </message>
    <message>
        <source>Save the report as a PDF: it can be printed anywhere.</source>
        <translation>Сохраните отчёт в PDF: его можно напечатать на другом компьютере.</translation>
    </message>
    <message>
        <source>The printer “%1” did not take the report.</source>
        <translation>Принтер «%1» не принял отчёт.</translation>
    </message>
    <message>
        <source>Check that it is switched on and connected, and retry; or save the report as a PDF.</source>
        <translation>Проверьте, включён ли он и подключён ли, и повторите. Или сохраните отчёт в PDF.</translation>
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
        <source>The text of the field “%1” holds an unreadable character.</source>
        <translation>В тексте поля «%1» есть нечитаемый знак.</translation>
    </message>
    <message>
        <source>Nothing was written. Type the text anew or paste it as text.</source>
        <translation>Ничего не записано. Наберите текст заново или вставьте его как простой текст.</translation>
    </message>
    <message>
        <source>The report cannot be laid out.</source>
        <translation>Отчёт не удалось сверстать.</translation>
    </message>
    <message>
        <source>The register “%1” was changed while you looked at the import.</source>
        <translation>Пока вы просматривали загрузку, реестр «%1» изменился.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Nothing was written. You can repeat it at any time.</source>
        <translation>Ничего не записано. Повторить можно в любой момент.</translation>
    </message>
    <message>
        <source>The action did not succeed.</source>
        <translation>Действие не удалось.</translation>
    </message>
    <message>
        <source>Nothing was written. Retry.</source>
        <translation>Ничего не записано. Повторите.</translation>
    </message>
    <message>
        <source>The workbook kept with the edition is damaged: it is not the one that was issued.</source>
        <translation>Книга Excel, которая хранится с выпуском, повреждена: это не та, что была выпущена.</translation>
    </message>
    <message>
        <source>Nothing was written. Save the edition as a PDF, which is made from its table, or take the workbook from a backup of the register.</source>
        <translation>Ничего не записано. Сохраните выпуск как PDF: он делается из таблицы выпуска; или возьмите книгу из резервной копии реестра.</translation>
    </message>
    <message>
        <source>The edition was issued with a newer version of Partners.</source>
        <translation>Выпуск сделан более новой версией программы.</translation>
    </message>
    <message>
        <source>Update the program. The workbook of the edition can be saved all the same.</source>
        <translation>Обновите программу. Книгу Excel этого выпуска сохранить можно и так.</translation>
    </message>
    <message>
        <source>The table kept with the edition is damaged.</source>
        <translation>Таблица, которая хранится с выпуском, повреждена.</translation>
    </message>
    <message>
        <source>Save the edition as an Excel workbook, which is kept beside it, or open a backup of the register.</source>
        <translation>Сохраните выпуск как книгу Excel: она хранится отдельно; или откройте резервную копию реестра.</translation>
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
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message>
        <source>author</source>
        <translation>автор</translation>
    </message>
    <message>
        <source>understood as</source>
        <translation>понято как</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>даты</translation>
    </message>
    <message>
        <source>abbreviation</source>
        <translation>сокращение</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>полностью</translation>
    </message>
    <message>
        <source>word</source>
        <translation>слово</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>place</source>
        <translation>место</translation>
    </message>
    <message>
        <source>other names</source>
        <translation>другие названия</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>sheet “%1”, row %2</source>
        <translation>лист «%1», строка %2</translation>
    </message>
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
        <source>Unknown key</source>
        <translation>Неизвестный ключ</translation>
    </message>
    <message>
        <source>The key “%1” is not known; what it holds was not taken in.</source>
        <translation>Ключ «%1» программе не известен, его содержимое не взято.</translation>
    </message>
    <message>
        <source>Empty band removed</source>
        <translation>Пустой раздел убран</translation>
    </message>
    <message>
        <source>The band “%1” was empty, and the file does not name it.</source>
        <translation>Раздел «%1» был пуст, и в файле его нет.</translation>
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
        <source>Entered twice?</source>
        <translation>Внесено дважды?</translation>
    </message>
    <message>
        <source>It looks like the event: %5</source>
        <translation>Похоже на мероприятие: %5</translation>
    </message>
    <message>
        <source>Unpaired sign</source>
        <translation>Непарный знак</translation>
    </message>
    <message>
        <source>“%4” has no partner: “%1”.</source>
        <translation>У знака %4 нет пары: «%1».</translation>
    </message>
    <message>
        <source>The row stands nowhere</source>
        <translation>Строка стоит вне таблицы</translation>
    </message>
    <message>
        <source>“%1” is no part of the table: it was not taken in.</source>
        <translation>«%1» не относится к таблице: не загружено.</translation>
    </message>
    <message>
        <source>One partner or two?</source>
        <translation>Один партнёр или два?</translation>
    </message>
    <message>
        <source>Rows without a name follow each other. They were taken for one partner.</source>
        <translation>Строки без названия идут подряд. Они приняты за одного партнёра.</translation>
    </message>
    <message>
        <source>Which date belongs to which document?</source>
        <translation>Какая дата к какому документу?</translation>
    </message>
    <message>
        <source>There are not as many dates as documents. They were paired by their rows.</source>
        <translation>Дат и документов разное число. Они соотнесены по строкам.</translation>
    </message>
    <message>
        <source>One cell beside several partners</source>
        <translation>Одна ячейка у нескольких партнёров</translation>
    </message>
    <message>
        <source>The event was given to all of them: %1.</source>
        <translation>Мероприятие записано за всеми: %1.</translation>
    </message>
    <message>
        <source>A sign was left out</source>
        <translation>Знак опущен</translation>
    </message>
    <message>
        <source>“%4” before the date is no part of the event “%1”.</source>
        <translation>«%4» перед датой не относится к мероприятию «%1».</translation>
    </message>
    <message>
        <source>Lines without a date</source>
        <translation>Строки без даты</translation>
    </message>
    <message>
        <source>They were added to the event above them: “%1”.</source>
        <translation>Они добавлены к мероприятию над ними: «%1».</translation>
    </message>
    <message>
        <source>Unknown column</source>
        <translation>Неизвестный столбец</translation>
    </message>
    <message>
        <source>Nobody knows what the column “%1” holds: its values (%5) were not taken.</source>
        <translation>Неизвестно, что в столбце «%1»: его значения (%5) не взяты.</translation>
    </message>
    <message>
        <source>Column missing</source>
        <translation>Нет нужного столбца</translation>
    </message>
    <message>
        <source>No column is known to hold: %2. Say which one does.</source>
        <translation>Не найден столбец: %2. Укажите его.</translation>
    </message>
    <message>
        <source>Hidden column left out</source>
        <translation>Скрытый столбец не взят</translation>
    </message>
    <message>
        <source>The column “%1” is hidden: its values (%5) were not taken.</source>
        <translation>Столбец «%1» скрыт: его значения (%5) не взяты.</translation>
    </message>
    <message>
        <source>Latin letters in the head of a column</source>
        <translation>Латинские буквы в заголовке столбца</translation>
    </message>
    <message>
        <source>“%1”: Russian and Latin letters are mixed in one word (%5).</source>
        <translation>«%1»: в одном слове смешаны русские и латинские буквы (%5).</translation>
    </message>
    <message>
        <source>Merged cells filled down</source>
        <translation>Объединённые ячейки</translation>
    </message>
    <message>
        <source>The column “%1” has merged cells: their value was taken for each row beside them (rows: %5).</source>
        <translation>В столбце «%1» есть объединённые ячейки: их значение взято и для строк ниже (строк: %5).</translation>
    </message>
    <message>
        <source>Hidden rows left out</source>
        <translation>Скрытые строки не взяты</translation>
    </message>
    <message>
        <source>Rows that are hidden in the table (%1) were not taken: %5.</source>
        <translation>Строки, скрытые в таблице (%1), не взяты: %5.</translation>
    </message>
    <message>
        <source>A row that is no record</source>
        <translation>Строка без записи</translation>
    </message>
    <message>
        <source>“%1”: a heading, a total or the head again; it was left out.</source>
        <translation>«%1»: подзаголовок, итог или повтор заголовка; строка пропущена.</translation>
    </message>
    <message>
        <source>Invisible characters removed</source>
        <translation>Убраны невидимые знаки</translation>
    </message>
    <message>
        <source>Cells that held characters nobody can see: %1.</source>
        <translation>Ячеек, в которых были невидимые знаки: %1.</translation>
    </message>
    <message>
        <source>Several events in one cell</source>
        <translation>Несколько мероприятий в ячейке</translation>
    </message>
    <message>
        <source>The dated lines of the cell became events: %1.</source>
        <translation>Ячейка разделена по датам, мероприятий: %1.</translation>
    </message>
    <message>
        <source>Unknown word</source>
        <translation>Неизвестное слово</translation>
    </message>
    <message>
        <source>“%1” is not in the list: the field was left out.</source>
        <translation>«%1» нет в списке: поле не взято.</translation>
    </message>
    <message>
        <source>Rows contradict each other</source>
        <translation>Строки противоречат друг другу</translation>
    </message>
    <message>
        <source>“%1”: the rows say different things; the first one counts.</source>
        <translation>«%1»: в строках сказано разное; взято из первой.</translation>
    </message>
    <message>
        <source>Day or month first?</source>
        <translation>Сначала день или месяц?</translation>
    </message>
    <message>
        <source>“%1” was read with the day first; with the month first it is %5.</source>
        <translation>«%1» прочитано так, будто сначала стоит день; если сначала месяц, то это %5.</translation>
    </message>
    <message>
        <source>Time of day left out</source>
        <translation>Время суток не взято</translation>
    </message>
    <message>
        <source>The register keeps days; “%1” was left out.</source>
        <translation>В реестре хранятся только дни; «%1» не взято.</translation>
    </message>
    <message>
        <source>No country is given</source>
        <translation>Не указана страна</translation>
    </message>
    <message>
        <source>The row was not taken: its own cell must name the country, or one merged with it.</source>
        <translation>Строка не взята: страна должна быть указана в самой строке или в объединённой с ней ячейке.</translation>
    </message>
    <message>
        <source>No year is given</source>
        <translation>Не указан год</translation>
    </message>
    <message>
        <source>The row was not taken: neither the table nor the date says the year.</source>
        <translation>Строка не взята: года нет ни в таблице, ни в дате.</translation>
    </message>
    <message>
        <source>Not a year</source>
        <translation>Это не год</translation>
    </message>
    <message>
        <source>The row was not taken: “%1” is no report year.</source>
        <translation>Строка не взята: «%1» – не год отчёта.</translation>
    </message>
    <message>
        <source>A number instead of a date</source>
        <translation>Число вместо даты</translation>
    </message>
    <message>
        <source>The row was not taken: “%1” is no date. Write it as in 16.06.2011.</source>
        <translation>Строка не взята: «%1» – не дата. Запишите её так: 16.06.2011.</translation>
    </message>
    <message>
        <source>The month may stand first</source>
        <translation>Возможно, сначала месяц</translation>
    </message>
    <message>
        <source>The row was not taken: other dates of the column begin with the month, and “%1” can be read both ways. Write it with dots.</source>
        <translation>Строка не взята: другие даты столбца начинаются с месяца, и «%1» можно прочитать двояко. Запишите дату через точки.</translation>
    </message>
    <message>
        <source>An end without a beginning</source>
        <translation>Окончание без начала</translation>
    </message>
    <message>
        <source>The row was not taken: only the end “%1” is there.</source>
        <translation>Строка не взята: указано только окончание «%1».</translation>
    </message>
    <message>
        <source>No event in the row</source>
        <translation>В строке нет мероприятия</translation>
    </message>
    <message>
        <source>The row was not taken: it has neither a date nor a text.</source>
        <translation>Строка не взята: нет ни даты, ни содержания.</translation>
    </message>
    <message>
        <source>No document in the row</source>
        <translation>В строке нет документа</translation>
    </message>
    <message>
        <source>The row was not taken: it has neither a title nor a date.</source>
        <translation>Строка не взята: нет ни названия, ни даты.</translation>
    </message>
    <message>
        <source>An error in a cell</source>
        <translation>Ошибка в ячейке</translation>
    </message>
    <message>
        <source>The row was not taken: cell %1 says “%5” and no value.</source>
        <translation>Строка не взята: в ячейке %1 вместо значения «%5».</translation>
    </message>
    <message>
        <source>A formula without a result</source>
        <translation>Формула без результата</translation>
    </message>
    <message>
        <source>The row was not taken: the formula of cell %1 has no stored result. Open the file in Excel, save it and try again.</source>
        <translation>Строка не взята: у формулы в ячейке %1 нет сохранённого результата. Откройте файл в Excel, сохраните и повторите.</translation>
    </message>
    <message>
        <source>A forbidden character in a cell</source>
        <translation>Недопустимый знак в ячейке</translation>
    </message>
    <message>
        <source>The row was not taken: no text may hold what stands in cell %1.</source>
        <translation>Строка не взята: в ячейке %1 знак, который не может стоять в тексте.</translation>
    </message>
    <message>
        <source>The name says another kind of file</source>
        <translation>Название говорит о другом виде файла</translation>
    </message>
    <message>
        <source>The contents are those of a file “%1”, and were read so.</source>
        <translation>По содержимому это файл «%1», так он и прочитан.</translation>
    </message>
    <message>
        <source>Old Excel format (.xls)</source>
        <translation>Формат старого Excel (.xls)</translation>
    </message>
    <message>
        <source>Hidden rows, and whether formulas are right, are not known of such a file.</source>
        <translation>Какие строки скрыты и верны ли результаты формул, для такого файла неизвестно.</translation>
    </message>
    <message>
        <source>Macros are ignored</source>
        <translation>Макросы не учитываются</translation>
    </message>
    <message>
        <source>The workbook holds macros; they are never run.</source>
        <translation>В книге есть макросы, они никогда не выполняются.</translation>
    </message>
    <message>
        <source>Hidden sheets</source>
        <translation>Скрытые листы</translation>
    </message>
    <message>
        <source>Not taken in unless you choose them: %1.</source>
        <translation>Не берутся, если их не выбрать: %1.</translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation>Скрытые строки</translation>
    </message>
    <message>
        <source>Not taken in unless you choose them: rows %1.</source>
        <translation>Не берутся, если их не выбрать: строки %1.</translation>
    </message>
    <message>
        <source>Hidden columns</source>
        <translation>Скрытые столбцы</translation>
    </message>
    <message>
        <source>Not taken in unless you choose them: columns %1.</source>
        <translation>Не берутся, если их не выбрать: столбцы %1.</translation>
    </message>
    <message>
        <source>Text under merged cells</source>
        <translation>Текст под объединёнными ячейками</translation>
    </message>
    <message>
        <source>No office program shows what stands in %1; left out.</source>
        <translation>Содержимое %1 не показывает ни одна офисная программа, оно пропущено.</translation>
    </message>
    <message>
        <source>Dates counted from 1904</source>
        <translation>Отсчёт дат от 1904 года</translation>
    </message>
    <message>
        <source>The workbook counts its dates as old Macs did: check them.</source>
        <translation>Книга отсчитывает даты, как старые «Макинтоши»: проверьте их.</translation>
    </message>
    <message>
        <source>Values from another file</source>
        <translation>Значения из другого файла</translation>
    </message>
    <message>
        <source>They may be out of date; formulas that name one: %1.</source>
        <translation>Они могли устареть; формул со ссылкой на другой файл: %1.</translation>
    </message>
    <message>
        <source>Formula without a stored result</source>
        <translation>Формула без сохранённого результата</translation>
    </message>
    <message>
        <source>%1. Open the file in Excel, save it and try again.</source>
        <translation>%1. Откройте файл в Excel, сохраните и повторите.</translation>
    </message>
    <message>
        <source>Formula error</source>
        <translation>Ошибка формулы</translation>
    </message>
    <message>
        <source>%1. These cells say nothing.</source>
        <translation>%1. Значений в этих ячейках нет.</translation>
    </message>
    <message>
        <source>Not a possible date</source>
        <translation>Такой даты не бывает</translation>
    </message>
    <message>
        <source>%1. These cells say nothing; correct them.</source>
        <translation>%1. Значений в этих ячейках нет, исправьте их.</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>Не число</translation>
    </message>
    <message>
        <source>Number of too many digits</source>
        <translation>В числе слишком много цифр</translation>
    </message>
    <message>
        <source>Only 15 digits are kept of %1. Write it as text.</source>
        <translation>В %1 остаются только 15 цифр. Запишите число как текст.</translation>
    </message>
    <message>
        <source>Control characters removed</source>
        <translation>Убраны управляющие знаки</translation>
    </message>
    <message>
        <source>From %1; the rest of the text is kept.</source>
        <translation>Из %1; остальной текст сохранён.</translation>
    </message>
    <message>
        <source>Tracked changes</source>
        <translation>Исправления с отметками</translation>
    </message>
    <message>
        <source>The document was read as if all of them were accepted.</source>
        <translation>Документ прочитан так, как если бы все они были приняты.</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>Сравнить не с чем</translation>
    </message>
    <message>
        <source>What the register was when this file was made from it is not known: that is too long ago, a backup was restored since, or a newer version of the program made the file. A difference may be a change of the file or of the register: look at each one.</source>
        <translation>Каким был реестр, когда из него сделали этот файл, неизвестно: это было слишком давно, с тех пор восстановили резервную копию или файл сделан более новой версией программы. Отличие может быть правкой и в файле, и в реестре: просмотрите каждое.</translation>
    </message>
    <message>
        <source>Sheet passed over</source>
        <translation>Лист не прочитан</translation>
    </message>
    <message>
        <source>The sheet “%1” was not in the export; it was not read.</source>
        <translation>Листа «%1» в выгрузке не было; он не прочитан.</translation>
    </message>
    <message>
        <source>Sheet missing</source>
        <translation>Листа нет</translation>
    </message>
    <message>
        <source>The file has no sheet “%1”; its records stay as they are.</source>
        <translation>В файле нет листа «%1»; его записи останутся как есть.</translation>
    </message>
    <message>
        <source>Column more than once</source>
        <translation>Столбец повторяется</translation>
    </message>
    <message>
        <source>There is more than one column “%1”; none of them was read.</source>
        <translation>Столбцов «%1» больше одного; ни один из них не прочитан.</translation>
    </message>
    <message>
        <source>Copied row</source>
        <translation>Строка скопирована</translation>
    </message>
    <message>
        <source>This is a copy of row %1; it was taken as a new record.</source>
        <translation>Это копия строки %1; она взята как новая запись.</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>Нет в списке</translation>
    </message>
    <message>
        <source>The column “%5” says “%1”: the list has no such value.</source>
        <translation>В столбце «%5» стоит «%1»: такого значения в списке нет.</translation>
    </message>
    <message>
        <source>Line not understood</source>
        <translation>Не понято</translation>
    </message>
    <message>
        <source>In the column “%5” this was not understood: “%1”.</source>
        <translation>В столбце «%5» не понято: «%1».</translation>
    </message>
    <message>
        <source>Name not found</source>
        <translation>Название не найдено</translation>
    </message>
    <message>
        <source>The column “%5” says “%1”: nothing in the file is called so.</source>
        <translation>В столбце «%5» стоит «%1»: такой записи в файле нет.</translation>
    </message>
    <message>
        <source>Name not clear</source>
        <translation>Название неоднозначно</translation>
    </message>
    <message>
        <source>The column “%5” says “%1”: several records are called so.</source>
        <translation>В столбце «%5» стоит «%1»: так называются несколько записей.</translation>
    </message>
    <message>
        <source>Belongs nowhere</source>
        <translation>Неизвестно, куда отнести</translation>
    </message>
    <message>
        <source>The column “%5” is empty: where does the record belong?</source>
        <translation>Столбец «%5» пуст: неизвестно, к чему относится запись.</translation>
    </message>
    <message>
        <source>No report year</source>
        <translation>Нет года отчёта</translation>
    </message>
    <message>
        <source>The report year of the event is not given.</source>
        <translation>Год отчёта у мероприятия не указан.</translation>
    </message>
    <message>
        <source>Not a suitable number</source>
        <translation>Не подходит как число</translation>
    </message>
    <message>
        <source>The column “%5” says “%1”: a suitable number is needed.</source>
        <translation>В столбце «%5» стоит «%1»: нужно подходящее число.</translation>
    </message>
    <message>
        <source>One coordinate</source>
        <translation>Одна координата</translation>
    </message>
    <message>
        <source>Latitude and longitude are given together or not at all.</source>
        <translation>Широта и долгота указываются только вместе.</translation>
    </message>
    <message>
        <source>A cell without a value</source>
        <translation>Ячейка без значения</translation>
    </message>
    <message>
        <source>The formula in the column “%5” has no value: “%1”.</source>
        <translation>Формула в столбце «%5» не дала значения: «%1».</translation>
    </message>
    <message>
        <source>Edit not taken</source>
        <translation>Правка не взята</translation>
    </message>
    <message>
        <source>The column “%5” does not hold the whole text; the edit was left out.</source>
        <translation>Ячейка столбца «%5» вмещает не весь текст из реестра, поэтому правка не взята.</translation>
    </message>
    <message>
        <source>Out of the order of dates</source>
        <translation>Не по порядку дат</translation>
    </message>
    <message>
        <source>“%1” stands behind “%5”.</source>
        <translation>«%1» стоит после «%5».</translation>
    </message>
    <message>
        <source>Signed, but not among the agreements</source>
        <translation>Подписано, но в основаниях нет</translation>
    </message>
    <message>
        <source>“%1”: no agreement with this country has this date.</source>
        <translation>«%1»: в основаниях этой страны нет документа с такой датой.</translation>
    </message>
    <message>
        <source>Document not among the agreements</source>
        <translation>Документа нет в основаниях</translation>
    </message>
    <message>
        <source>“%1”: no agreement with this country is for these years.</source>
        <translation>«%1»: в основаниях этой страны нет документа на эти годы.</translation>
    </message>
    <message>
        <source>The document has expired</source>
        <translation>Срок документа истёк</translation>
    </message>
    <message>
        <source>“%1” is in force, but its time has run out (%5).</source>
        <translation>«%1»: документ значится действующим, но его срок вышел (%5).</translation>
    </message>
    <message>
        <source>Space missing</source>
        <translation>Нет пробела</translation>
    </message>
    <message>
        <source>“%1”: a space is missing at “%6”.</source>
        <translation>«%1»: не хватает пробела у «%6».</translation>
    </message>
    <message>
        <source>Needless space</source>
        <translation>Лишний пробел</translation>
    </message>
    <message>
        <source>“%1”: there is one space too many.</source>
        <translation>«%1»: здесь лишний пробел.</translation>
    </message>
    <message>
        <source>Needless sign</source>
        <translation>Лишний знак</translation>
    </message>
    <message>
        <source>“%1”: the sign “%4” is not needed.</source>
        <translation>«%1»: знак «%4» здесь не нужен.</translation>
    </message>
    <message>
        <source>Hyphen or dash</source>
        <translation>Дефис или тире</translation>
    </message>
    <message>
        <source>“%1”: look at the hyphen or dash and the spaces around it.</source>
        <translation>«%1»: проверьте дефис или тире и пробелы вокруг.</translation>
    </message>
    <message>
        <source>Bullet left over</source>
        <translation>Остался знак списка</translation>
    </message>
    <message>
        <source>“%1” begins with a sign of a list.</source>
        <translation>«%1» начинается со знака списка.</translation>
    </message>
    <message>
        <source>No full stop at the end</source>
        <translation>Нет точки в конце</translation>
    </message>
    <message>
        <source>“%1”: the text ends without a full stop.</source>
        <translation>«%1»: в конце текста нет точки.</translation>
    </message>
    <message>
        <source>Full stop behind a title</source>
        <translation>Точка после названия</translation>
    </message>
    <message>
        <source>“%1”: the title of a document ends without a full stop.</source>
        <translation>«%1»: в конце названия документа точка не ставится.</translation>
    </message>
    <message>
        <source>Usually written otherwise</source>
        <translation>Обычно пишут иначе</translation>
    </message>
    <message>
        <source>“%1”: “%6” is usually written “%5”.</source>
        <translation>«%1»: вместо «%6» обычно пишут «%5».</translation>
    </message>
    <message>
        <source>Name of another state</source>
        <translation>Название другого государства</translation>
    </message>
    <message>
        <source>“%1”: is the People’s Republic meant?</source>
        <translation>«%1»: не Народная ли Республика имеется в виду?</translation>
    </message>
    <message>
        <source>Called by another name</source>
        <translation>Названо иначе</translation>
    </message>
    <message>
        <source>“%1”: in the table it is “%5”.</source>
        <translation>«%1»: в таблице это «%5».</translation>
    </message>
    <message>
        <source>Latin and Cyrillic letters in one word</source>
        <translation>Латинские и русские буквы в одном слове</translation>
    </message>
    <message>
        <source>“%1”: the word “%6” has letters of two alphabets.</source>
        <translation>«%1»: в слове «%6» буквы двух алфавитов.</translation>
    </message>
    <message>
        <source>Abbreviation not in the glossary</source>
        <translation>Сокращения нет в словаре</translation>
    </message>
    <message>
        <source>“%1”: “%6” is nowhere explained.</source>
        <translation>«%1»: сокращение «%6» нигде не раскрыто.</translation>
    </message>
    <message>
        <source>Misspelled?</source>
        <translation>Опечатка?</translation>
    </message>
    <message>
        <source>“%1”: is “%5” meant, not “%6”?</source>
        <translation>«%1»: может быть, не «%6», а «%5»?</translation>
    </message>
    <message>
        <source>“%1”: the dictionary has no word “%6”.</source>
        <translation>«%1»: слова «%6» нет в словаре.</translation>
    </message>
    <message>
        <source>Damaged pages</source>
        <translation>Повреждены страницы файла</translation>
    </message>
    <message>
        <source>Parts of the file cannot be read (%1).</source>
        <translation>Части файла не читаются (%1).</translation>
    </message>
    <message>
        <source>Damaged index</source>
        <translation>Повреждён указатель</translation>
    </message>
    <message>
        <source>Lists may lack records, though the records are whole (%1).</source>
        <translation>В списках могут пропадать записи, хотя сами записи целы (%1).</translation>
    </message>
    <message>
        <source>Damaged history</source>
        <translation>Повреждена история изменений</translation>
    </message>
    <message>
        <source>Steps that are missing or not what they were: %1.</source>
        <translation>Шаги, которых нет или которые уже не те: %1.</translation>
    </message>
    <message>
        <source>Not what the history says</source>
        <translation>Не то, что в истории</translation>
    </message>
    <message>
        <source>“%1” was changed by the disk or by another program.</source>
        <translation>«%1» – изменено диском или другой программой.</translation>
    </message>
    <message>
        <source>Outdated order in lists</source>
        <translation>Устаревший порядок в списках</translation>
    </message>
    <message>
        <source>“%1” is sorted and filtered by values that are not its own.</source>
        <translation>«%1» стоит и отбирается не по своим значениям.</translation>
    </message>
    <message>
        <source>Outdated index of words</source>
        <translation>Устаревший указатель слов</translation>
    </message>
    <message>
        <source>The search may not find some of the records.</source>
        <translation>Поиск может не находить некоторые записи.</translation>
    </message>
    <message>
        <source>What it belongs to is missing</source>
        <translation>Нет того, к чему относится запись</translation>
    </message>
    <message>
        <source>“%1” refers to a record that is not there.</source>
        <translation>«%1» ссылается на запись, которой нет.</translation>
    </message>
    <message>
        <source>One place given twice</source>
        <translation>Одно место отдано дважды</translation>
    </message>
    <message>
        <source>Two records claim one place in the list of “%1”.</source>
        <translation>Две записи претендуют на одно место в списке: «%1».</translation>
    </message>
    <message>
        <source>One name twice</source>
        <translation>Одно название дважды</translation>
    </message>
    <message>
        <source>“%1” and “%5”: merge them if they are the same.</source>
        <translation>«%1» и «%5»: объедините их, если это одно и то же.</translation>
    </message>
    <message>
        <source>Ends before it begins</source>
        <translation>Кончается раньше, чем начинается</translation>
    </message>
    <message>
        <source>“%1” ends to be in force before it begins to.</source>
        <translation>«%1» перестаёт действовать раньше, чем начинает.</translation>
    </message>
</context>
<context>
    <name>holder</name>
    <message>
        <source>another user (unknown)</source>
        <translation>другой пользователь (неизвестно кто)</translation>
    </message>
    <message>
        <source>The register is open for writing elsewhere: %1, on the computer “%2”, since %3.</source>
        <translation>Реестр открыт для правки в другом месте: %1, на компьютере «%2», с %3.</translation>
    </message>
    <message>
        <source>The register is open for writing elsewhere: %1, on the computer “%2”.</source>
        <translation>Реестр открыт для правки в другом месте: %1, на компьютере «%2».</translation>
    </message>
    <message>
        <source>The register is open for writing elsewhere: %1.</source>
        <translation>Реестр открыт для правки в другом месте: %1.</translation>
    </message>
    <message>
        <source>Nothing was written to the register “%1”.</source>
        <translation>В реестр «%1» ничего не записано.</translation>
    </message>
    <message>
        <source>Ask them to close it, and retry. Where nobody has it open any more, open it in the window and take it over.</source>
        <translation>Попросите закрыть его там и повторите. Если там его уже никто не держит, откройте реестр в окне программы и возьмите себе.</translation>
    </message>
    <message>
        <source>The register “%1” is not at its place any more.</source>
        <translation>Реестра «%1» больше нет на своём месте.</translation>
    </message>
    <message>
        <source>What is typed is kept here. Check that the disk or the network folder is there, and that nobody moved the file; it is looked for again and again.</source>
        <translation>Набранное здесь сохраняется. Проверьте, на месте ли диск или сетевая папка и не перенесли ли файл; программа будет искать его снова и снова.</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>Изменится</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Нет в файле</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Проверьте</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>It looks like a record of the register. The same one, or a new one?</source>
        <translation>Похоже на запись реестра. Это она или новая?</translation>
    </message>
    <message>
        <source>The country is new, and the file names no band. Which one is it in?</source>
        <translation>Страна новая, а раздел в файле не назван. В каком она разделе?</translation>
    </message>
    <message>
        <source>First decide about the record that it belongs to.</source>
        <translation>Сначала решите, к какой записи это относится.</translation>
    </message>
    <message>
        <source>The file has nothing here any more. Empty it in the register too?</source>
        <translation>В файле здесь теперь пусто. Очистить и в реестре?</translation>
    </message>
    <message>
        <source>It was changed in the file and, after the export, in the register. Take the file&apos;s?</source>
        <translation>Изменено и в файле, и, после выгрузки, в реестре. Взять из файла?</translation>
    </message>
    <message>
        <source>It was deleted in the register after the export. Bring it back as in the file?</source>
        <translation>После выгрузки удалено из реестра. Вернуть как в файле?</translation>
    </message>
    <message>
        <source>It was changed in the file or, after the export, in the register. Take the file&apos;s?</source>
        <translation>Изменено в файле или, после выгрузки, в реестре. Взять из файла?</translation>
    </message>
    <message>
        <source>The register does not have it: it was deleted there, or is new in the file. Take it as in the file?</source>
        <translation>В реестре этого нет: там удалено или в файле новое. Взять как в файле?</translation>
    </message>
    <message>
        <source>Yearly table</source>
        <translation>Годовая таблица</translation>
    </message>
    <message>
        <source>Table with a record a row</source>
        <translation>Таблица: запись в строке</translation>
    </message>
    <message>
        <source>Data of a register</source>
        <translation>Данные реестра</translation>
    </message>
    <message>
        <source>Data of a register (JSON)</source>
        <translation>Данные реестра (JSON)</translation>
    </message>
    <message>
        <source>Another register</source>
        <translation>Другой реестр</translation>
    </message>
    <message>
        <source>Title of the yearly table</source>
        <translation>Название годовой таблицы</translation>
    </message>
    <message>
        <source>Font of the report</source>
        <translation>Шрифт отчёта</translation>
    </message>
</context>
<context>
    <name>input</name>
    <message>
        <source>The file “%1” is not text in UTF-8.</source>
        <translation>Файл «%1» – не текст в кодировке UTF-8.</translation>
    </message>
    <message>
        <source>The file “%1” is not JSON or is not complete.</source>
        <translation>Файл «%1» – не JSON или обрывается.</translation>
    </message>
    <message>
        <source>The file “%1” is bigger than %2.</source>
        <translation>Файл «%1» больше допустимого (%2).</translation>
    </message>
    <message>
        <source>The file “%1” is nested too deeply.</source>
        <translation>Файл «%1» вложен слишком глубоко.</translation>
    </message>
    <message>
        <source>The file “%1” holds no register: it does not begin with “{”.</source>
        <translation>В файле «%1» нет реестра: он не начинается с «{».</translation>
    </message>
    <message>
        <source>The file “%1” lacks a key.</source>
        <translation>В файле «%1» не хватает ключа.</translation>
    </message>
    <message>
        <source>The file “%1” gives the key “%2” twice in one object.</source>
        <translation>В файле «%1» ключ «%2» в одном объекте стоит дважды.</translation>
    </message>
    <message>
        <source>The file “%1” holds a value of the wrong type; needed: %2.</source>
        <translation>В файле «%1» стоит значение не того типа, нужно: %2.</translation>
    </message>
    <message>
        <source>The file “%1” holds the value “%2”, which is not allowed.</source>
        <translation>В файле «%1» стоит недопустимое значение «%2».</translation>
    </message>
    <message>
        <source>The file “%1” holds a character that no text may hold.</source>
        <translation>В файле «%1» есть знак, который не может стоять в тексте.</translation>
    </message>
    <message>
        <source>The file “%1” holds the broken id “%2”.</source>
        <translation>В файле «%1» испорчен идентификатор «%2».</translation>
    </message>
    <message>
        <source>The file “%1” gives the id “%2” to two records.</source>
        <translation>В файле «%1» идентификатор «%2» стоит у двух записей.</translation>
    </message>
    <message>
        <source>The file “%1” refers to the record “%2”, which it does not hold.</source>
        <translation>Файл «%1» ссылается на запись «%2», которой в нём нет.</translation>
    </message>
    <message>
        <source>The file “%1” holds “%2” where a day, a month or a year must stand.</source>
        <translation>В файле «%1» вместо дня, месяца или года стоит «%2».</translation>
    </message>
    <message>
        <source>The file “%1” gives an agreement dates that contradict each other.</source>
        <translation>В файле «%1» даты одного основания противоречат друг другу.</translation>
    </message>
    <message>
        <source>The file “%1” does not say which year its events are of.</source>
        <translation>В файле «%1» не сказано, за какой год мероприятия.</translation>
    </message>
    <message>
        <source>The file “%1” is of the year %2, not of the year that was asked for.</source>
        <translation>Файл «%1» – за %2 год, а не за тот, который указан.</translation>
    </message>
    <message>
        <source>The file “%1” holds no table with a head like “Country” and “Events”, nor any other known one.</source>
        <translation>В файле «%1» нет таблицы с шапкой вроде «Страна», «Город», «Мероприятия» и никакой другой знакомой таблицы.</translation>
    </message>
    <message>
        <source>The file “%1” holds several tables: %2. Leave only the one that is meant.</source>
        <translation>В файле «%1» несколько таблиц: %2. Оставьте только нужную.</translation>
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
        <source>Line %1, character %2.</source>
        <translation>Строка %1, знак %2.</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>The register is in the format of an older version, and the file may not be written: it is shown as it was when it was opened.</source>
        <translation>Реестр записан в формате прежней версии программы, а изменять файл нельзя: показано то, что было в нём при открытии.</translation>
    </message>
    <message>
        <source>The register was in the format of an older version and was brought to the present one. The file as it was is kept: %1</source>
        <translation>Реестр был записан в формате прежней версии программы и переведён в нынешний. Прежний файл сохранён: %1</translation>
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
        <source>addition of events: %1</source>
        <translation>добавление мероприятий: %1</translation>
    </message>
    <message>
        <source>edit of events: %1</source>
        <translation>правка мероприятий: %1</translation>
    </message>
    <message>
        <source>move of events: %1</source>
        <translation>перенос мероприятий: %1</translation>
    </message>
    <message>
        <source>edit of agreements: %1</source>
        <translation>правка оснований: %1</translation>
    </message>
    <message>
        <source>deletion of agreements: %1</source>
        <translation>удаление оснований: %1</translation>
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
        <source>issue of the report</source>
        <translation>выпуск отчёта</translation>
    </message>
    <message>
        <source>change of the register&apos;s settings</source>
        <translation>изменение настроек реестра</translation>
    </message>
    <message>
        <source>finding accepted</source>
        <translation>замечание принято</translation>
    </message>
    <message>
        <source>acceptance of a finding withdrawn</source>
        <translation>принятие замечания отменено</translation>
    </message>
    <message>
        <source>corrections</source>
        <translation>исправления</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>исправление</translation>
    </message>
    <message>
        <source>change of the glossary</source>
        <translation>изменение словаря сокращений</translation>
    </message>
    <message>
        <source>change of the known words</source>
        <translation>изменение списка известных слов</translation>
    </message>
    <message>
        <source>repair of the register&apos;s file</source>
        <translation>исправление файла реестра</translation>
    </message>
    <message>
        <source>removal of old values from the history</source>
        <translation>прежние значения убраны из истории</translation>
    </message>
    <message>
        <source>erasure from the history</source>
        <translation>удаление из истории</translation>
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
        <source>deletion of events: %1</source>
        <translation>удаление мероприятий: %1</translation>
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
        <source>edition</source>
        <translation>выпуска</translation>
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
    <name>repairs</name>
    <message>
        <source>The index will be made anew from the records.</source>
        <translation>Указатель будет построен заново по записям.</translation>
    </message>
    <message>
        <source>The records get back the values of the history, which is whole.</source>
        <translation>Записи получат значения из истории изменений: она цела.</translation>
    </message>
    <message>
        <source>The values will be computed anew from the records.</source>
        <translation>Значения будут вычислены заново по записям.</translation>
    </message>
    <message>
        <source>The index of words will be made anew from the records.</source>
        <translation>Указатель слов будет построен заново по записям.</translation>
    </message>
    <message>
        <source>The list will be numbered anew, in the order that it has; can be undone.</source>
        <translation>Список будет пронумерован заново в том же порядке; это можно отменить.</translation>
    </message>
    <message>
        <source>A place will be made for the records under “%1”, as a step of history.</source>
        <translation>Записям будет дано место в разделе «%1»; это отдельный шаг истории.</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Countries left out: %1</source>
        <translation>Не вошло стран: %1</translation>
    </message>
    <message>
        <source>Partners left out, not of this year: %1</source>
        <translation>Не вошло партнёров, не относящихся к этому году: %1</translation>
    </message>
    <message>
        <source>Agreements left out, later ones: %1</source>
        <translation>Не вошло оснований, заключённых позже: %1</translation>
    </message>
    <message>
        <source>Dates left out, later ones: %1</source>
        <translation>Не вошло дат, более поздних: %1</translation>
    </message>
    <message>
        <source>Events left out, not to be printed: %1</source>
        <translation>Не вошло мероприятий с отметкой «не в отчёт»: %1</translation>
    </message>
    <message>
        <source>Events left out, of no partner and no country: %1</source>
        <translation>Не вошло мероприятий без партнёра и без страны: %1</translation>
    </message>
    <message>
        <source>Events left out, without date and text: %1</source>
        <translation>Не вошло мероприятий без даты и без текста: %1</translation>
    </message>
    <message>
        <source>Countries not chosen: %1</source>
        <translation>Не выбрано стран: %1</translation>
    </message>
    <message>
        <source>Events of countries that are not chosen: %1</source>
        <translation>Не вошло мероприятий стран, которые не выбраны: %1</translation>
    </message>
    <message>
        <source>Events outside the chosen period: %1</source>
        <translation>Не вошло мероприятий вне выбранного периода: %1</translation>
    </message>
    <message>
        <source>Partners left out, without events: %1</source>
        <translation>Не вошло партнёров без мероприятий: %1</translation>
    </message>
    <message>
        <source>Characters that no report can hold, replaced: %1</source>
        <translation>Заменено знаков, которых в отчёте быть не может: %1</translation>
    </message>
    <message>
        <source>There is not one event of %1 in the report</source>
        <translation>В отчёте нет ни одного мероприятия за %1 год</translation>
    </message>
    <message>
        <source>Characters that a workbook cannot hold, replaced: %1</source>
        <translation>Заменено знаков, которых не бывает в книге Excel: %1</translation>
    </message>
    <message>
        <source>Texts longer than a cell of a workbook, cut: %1</source>
        <translation>Текстов длиннее ячейки книги, обрезано: %1</translation>
    </message>
</context>
<context>
    <name>self-test</name>
    <message>
        <source>The program works.</source>
        <translation>Программа работает.</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Не удалось: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Готово: %1</translation>
    </message>
    <message>
        <source>new register</source>
        <translation>новый реестр</translation>
    </message>
    <message>
        <source>import of the sample</source>
        <translation>импорт образца</translation>
    </message>
    <message>
        <source>edit of an event</source>
        <translation>правка мероприятия</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>возврат</translation>
    </message>
    <message>
        <source>check</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>yearly report</source>
        <translation>годовой отчёт</translation>
    </message>
    <message>
        <source>yearly report as a Word document and as a web page</source>
        <translation>годовой отчёт в виде документа Word и веб-страницы</translation>
    </message>
    <message>
        <source>export, and the same taken in again</source>
        <translation>выгрузка и её обратное чтение</translation>
    </message>
    <message>
        <source>data workbook</source>
        <translation>книга с данными</translation>
    </message>
    <message>
        <source>yearly report as a PDF</source>
        <translation>годовой отчёт в PDF</translation>
    </message>
    <message>
        <source>Left out, libraries are missing: %1</source>
        <translation>Пропущено, нет нужных библиотек: %1</translation>
    </message>
    <message>
        <source>reading of a workbook and a Word table, in a process apart</source>
        <translation>чтение книги Excel и таблицы Word отдельным процессом</translation>
    </message>
    <message>
        <source>verified backup</source>
        <translation>проверенная резервная копия</translation>
    </message>
    <message>
        <source>restoring of the backup</source>
        <translation>восстановление из копии</translation>
    </message>
    <message>
        <source>reopening</source>
        <translation>повторное открытие</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Open it in Excel and save it as “.xlsx”.</source>
        <translation>Откройте его в Excel и сохраните в формате «.xlsx».</translation>
    </message>
    <message>
        <source>Open it in Word and save it as “.docx”.</source>
        <translation>Откройте его в Word и сохраните в формате «.docx».</translation>
    </message>
    <message>
        <source>Copy it again, or ask for a new copy.</source>
        <translation>Скопируйте его ещё раз или попросите прислать снова.</translation>
    </message>
    <message>
        <source>Choose an Excel workbook, a LibreOffice spreadsheet or a Word document.</source>
        <translation>Выберите книгу Excel, таблицу LibreOffice или документ Word.</translation>
    </message>
    <message>
        <source>Ask who sent it for a workbook that was saved in Excel or LibreOffice.</source>
        <translation>Попросите отправителя прислать книгу, сохранённую в Excel или LibreOffice.</translation>
    </message>
    <message>
        <source>Open it in Excel or Word, save it there and take that file.</source>
        <translation>Откройте его в Excel или Word, сохраните и возьмите сохранённый файл.</translation>
    </message>
    <message>
        <source>Correct it in Excel or Word, save and take the file again.</source>
        <translation>Исправьте в Excel или Word, сохраните и возьмите файл снова.</translation>
    </message>
    <message>
        <source>“%1” is neither a workbook nor a Word document.</source>
        <translation>«%1» – не книга Excel и не документ Word.</translation>
    </message>
    <message>
        <source>“%1” is a text file, not a workbook.</source>
        <translation>«%1» – текстовый файл, а не книга Excel.</translation>
    </message>
    <message>
        <source>“%1” is a web page, whatever it is called.</source>
        <translation>«%1» – веб-страница, как бы файл ни назывался.</translation>
    </message>
    <message>
        <source>“%1” is a file in XML, not a workbook.</source>
        <translation>«%1» – файл XML, а не книга Excel.</translation>
    </message>
    <message>
        <source>“%1” is an archive, not a workbook.</source>
        <translation>«%1» – архив, а не книга Excel.</translation>
    </message>
    <message>
        <source>Unpack it and take the file that is inside.</source>
        <translation>Распакуйте его и возьмите файл, который внутри.</translation>
    </message>
    <message>
        <source>“%1” is a temporary file of Excel, Word or LibreOffice.</source>
        <translation>«%1» – временный файл Excel, Word или LibreOffice.</translation>
    </message>
    <message>
        <source>Choose the file whose name does not begin with “~$”.</source>
        <translation>Выберите файл, название которого не начинается с «~$».</translation>
    </message>
    <message>
        <source>“%1” is an office file of a kind that is not read: %2.</source>
        <translation>«%1» – офисный файл, который программа не читает: %2.</translation>
    </message>
    <message>
        <source>Save the table in it as “.xlsx” or “.docx”.</source>
        <translation>Сохраните таблицу из него в формате «.xlsx» или «.docx».</translation>
    </message>
    <message>
        <source>“%1” is a document of an old Word (.doc).</source>
        <translation>«%1» – документ старого Word (.doc).</translation>
    </message>
    <message>
        <source>“%1” is a binary Excel workbook (.xlsb).</source>
        <translation>«%1» – двоичная книга Excel (.xlsb).</translation>
    </message>
    <message>
        <source>“%1” was saved as “Strict Open XML”.</source>
        <translation>Файл «%1» сохранён как «Строгий Open XML».</translation>
    </message>
    <message>
        <source>Save it as “Excel Workbook (*.xlsx)” or “Word Document (*.docx)”.</source>
        <translation>Сохраните его как «Книга Excel (*.xlsx)» или «Документ Word (*.docx)».</translation>
    </message>
    <message>
        <source>The file “%1” is protected by a password.</source>
        <translation>Файл «%1» защищён паролем.</translation>
    </message>
    <message>
        <source>Open it, take the password away (File, Info, Protect) and save it.</source>
        <translation>Откройте его, снимите пароль («Файл», «Сведения», «Защита») и сохраните.</translation>
    </message>
    <message>
        <source>The file “%1” is incomplete: its end is missing.</source>
        <translation>Файл «%1» неполный: у него нет конца.</translation>
    </message>
    <message>
        <source>The file “%1” is damaged.</source>
        <translation>Файл «%1» повреждён.</translation>
    </message>
    <message>
        <source>The file “%1” is unsafe: it holds document definitions.</source>
        <translation>Файл «%1» небезопасен: в нём есть определения документа (DTD).</translation>
    </message>
    <message>
        <source>The file “%1” is unsafe: it expands %2 times; at most %3 is allowed.</source>
        <translation>Файл «%1» небезопасен: сжат слишком сильно, %2 к 1, а допустимо %3 к 1.</translation>
    </message>
    <message>
        <source>The file “%1” unpacks to %2 MB; at most %3 MB is allowed.</source>
        <translation>Файл «%1» при распаковке занимает %2 МБ, допустимо %3 МБ.</translation>
    </message>
    <message>
        <source>The file “%1” has %2 parts; at most %3 are allowed.</source>
        <translation>В файле «%1» слишком много частей: %2, допустимо %3.</translation>
    </message>
    <message>
        <source>The file “%1” contradicts itself: a part is stored twice.</source>
        <translation>Файл «%1» противоречив: одна его часть записана дважды.</translation>
    </message>
    <message>
        <source>The file “%1” is written in an unusual encoding: %2.</source>
        <translation>Файл «%1» записан в необычной кодировке: %2.</translation>
    </message>
    <message>
        <source>There is no table with text in the file “%1”.</source>
        <translation>В файле «%1» нет таблицы с текстом.</translation>
    </message>
    <message>
        <source>Perhaps it holds charts or pictures only. Look into it.</source>
        <translation>Возможно, в нём только диаграммы или рисунки. Посмотрите, что в нём.</translation>
    </message>
    <message>
        <source>A sheet of the file “%1” cannot be read: it is missing.</source>
        <translation>Лист файла «%1» не читается: самого листа в файле нет.</translation>
    </message>
    <message>
        <source>Two sheets of the file “%1” are called “%2”.</source>
        <translation>Два листа файла «%1» названы одинаково: «%2».</translation>
    </message>
    <message>
        <source>Open it in Excel, rename one of them and save.</source>
        <translation>Откройте его в Excel, переименуйте один из листов и сохраните.</translation>
    </message>
    <message>
        <source>Rows or cells of the file “%1” are not in order.</source>
        <translation>Строки или ячейки файла «%1» стоят не по порядку.</translation>
    </message>
    <message>
        <source>The file “%1” is damaged: a cell has the address “%2”.</source>
        <translation>Файл «%1» повреждён: у ячейки адрес «%2».</translation>
    </message>
    <message>
        <source>The file “%1” has something outside Excel&apos;s limits: %2.</source>
        <translation>В файле «%1» есть ячейка за пределами Excel: %2.</translation>
    </message>
    <message>
        <source>The file “%1” has something far away in a sheet; a table may have at most %3.</source>
        <translation>В файле «%1» на листе что-то стоит слишком далеко; в таблице может быть не больше %3.</translation>
    </message>
    <message>
        <source>Delete what stands there, or divide the table. Save and take it again.</source>
        <translation>Удалите то, что там стоит, или разделите таблицу. Сохраните и возьмите файл снова.</translation>
    </message>
    <message>
        <source>The file “%1” has more than %3 cells with something in them.</source>
        <translation>В файле «%1» больше %3 заполненных ячеек.</translation>
    </message>
    <message>
        <source>Divide it into several files.</source>
        <translation>Разделите его на несколько файлов.</translation>
    </message>
    <message>
        <source>A text in the file “%1” has %2 characters; at most %3 fit.</source>
        <translation>Слишком длинный текст в файле «%1»: знаков %2, помещается %3.</translation>
    </message>
    <message>
        <source>The file “%1” is damaged: the text of a cell is missing.</source>
        <translation>Файл «%1» повреждён: нет текста ячейки.</translation>
    </message>
    <message>
        <source>A cell of the file “%1” cannot be read: “%2”.</source>
        <translation>Ячейка файла «%1» не читается: «%2».</translation>
    </message>
    <message>
        <source>A sheet of the file “%1” has %2 rows without text but with formatting.</source>
        <translation>На листе файла «%1» есть строки без текста, но с оформлением: %2.</translation>
    </message>
    <message>
        <source>Delete the rows below the table in Excel and save.</source>
        <translation>Удалите в Excel строки под таблицей и сохраните.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read whole: a cell would have been lost.</source>
        <translation>Файл «%1» не читается целиком: потерялась бы ячейка.</translation>
    </message>
    <message>
        <source>Reading the file “%1” takes longer than %3 seconds.</source>
        <translation>Чтение файла «%1» длится дольше %3 секунд.</translation>
    </message>
    <message>
        <source>Delete what is not the table, save and try again.</source>
        <translation>Удалите всё, кроме таблицы, сохраните и повторите.</translation>
    </message>
    <message>
        <source>Reading the file “%1” takes too much memory.</source>
        <translation>Чтение файла «%1» требует слишком много памяти.</translation>
    </message>
    <message>
        <source>Open it in Excel or Word and save it anew. Report the failure, please.</source>
        <translation>Откройте его в Excel или Word и сохраните заново. Сообщите, пожалуйста, об этом сбое.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: the reading broke off.</source>
        <translation>Файл «%1» не читается: чтение оборвалось.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: the program failed at it.</source>
        <translation>Файл «%1» не читается: программа не справилась с ним.</translation>
    </message>
    <message>
        <source>Sheet “%1”, cell %2.</source>
        <translation>Лист «%1», ячейка %2.</translation>
    </message>
    <message>
        <source>Sheet “%1”, row %2.</source>
        <translation>Лист «%1», строка %2.</translation>
    </message>
    <message>
        <source>Sheet “%1”.</source>
        <translation>Лист «%1».</translation>
    </message>
    <message>
        <source>%1 rows and %2 columns</source>
        <translation>%1 строк и %2 столбцов</translation>
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
        <source>The accepted finding</source>
        <translation>Принятое замечание</translation>
    </message>
    <message>
        <source>The abbreviation of the glossary</source>
        <translation>Сокращение в словаре</translation>
    </message>
    <message>
        <source>The known word</source>
        <translation>Известное слово</translation>
    </message>
    <message>
        <source>The edition</source>
        <translation>Выпуск</translation>
    </message>
    <message>
        <source>The file taken in</source>
        <translation>Импортированный файл</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Запись</translation>
    </message>
</context>
<context>
    <name>the records</name>
    <message>
        <source>Bands</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Страны</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Партнёры</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Основания</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Мероприятия</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
</context>
</TS>
