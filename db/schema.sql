-- The tables of a register file, written by tools/write_schema.py; db/README.md explains them.
-- Not run by anything: a new file is made by the migrations.

PRAGMA application_id = 1347572814; -- the letters PRTN
PRAGMA user_version = 2;

CREATE TABLE accepted_finding (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    code TEXT NOT NULL,
    record_table TEXT NOT NULL,
    record_uuid TEXT NOT NULL,
    field TEXT DEFAULT '' NOT NULL,
    text_digest TEXT NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT uq_accepted_finding_uuid UNIQUE (uuid)
);
CREATE TABLE agreement (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    partner_id INTEGER NOT NULL,
    kind TEXT,
    title TEXT,
    position INTEGER NOT NULL,
    our_signatory TEXT DEFAULT '' NOT NULL,
    their_signatory TEXT DEFAULT '' NOT NULL,
    valid_from_text TEXT DEFAULT '' NOT NULL,
    valid_from_edtf TEXT,
    valid_from_earliest TEXT,
    valid_from_latest TEXT,
    valid_from_precision TEXT,
    valid_to_text TEXT DEFAULT '' NOT NULL,
    valid_to_edtf TEXT,
    valid_to_earliest TEXT,
    valid_to_latest TEXT,
    valid_to_precision TEXT,
    prolongation TEXT,
    prolongation_years INTEGER,
    notice_months INTEGER,
    status TEXT NOT NULL,
    status_reason TEXT DEFAULT '' NOT NULL,
    registration_number TEXT DEFAULT '' NOT NULL,
    registration_date_text TEXT DEFAULT '' NOT NULL,
    registration_date_edtf TEXT,
    registration_date_earliest TEXT,
    registration_date_latest TEXT,
    registration_date_precision TEXT,
    areas TEXT DEFAULT '' NOT NULL,
    responsible TEXT DEFAULT '' NOT NULL,
    original_place TEXT DEFAULT '' NOT NULL,
    scan_path TEXT DEFAULT '' NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT fk_agreement_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_agreement_uuid UNIQUE (uuid)
);
CREATE INDEX ix_agreement_partner_id ON agreement (partner_id);
CREATE TABLE agreement_date (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    agreement_id INTEGER NOT NULL,
    date_text TEXT DEFAULT '' NOT NULL,
    date_edtf TEXT,
    date_earliest TEXT,
    date_latest TEXT,
    date_precision TEXT,
    meaning TEXT,
    separator TEXT DEFAULT '' NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT fk_agreement_date_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_agreement_date_uuid UNIQUE (uuid)
);
CREATE INDEX ix_agreement_date_agreement_id ON agreement_date (agreement_id);
CREATE TABLE agreement_link (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    agreement_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    CONSTRAINT fk_agreement_link_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agreement_link_other_id FOREIGN KEY(other_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_agreement_link_uuid UNIQUE (uuid)
);
CREATE INDEX ix_agreement_link_agreement_id ON agreement_link (agreement_id);
CREATE INDEX ix_agreement_link_other_id ON agreement_link (other_id);
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT fk_change_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);
CREATE INDEX ix_change_operation_id ON change (operation_id);
CREATE INDEX ix_change_table_name_row_id ON change (table_name, row_id);
CREATE TABLE country (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    region_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    name_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT fk_country_region_id FOREIGN KEY(region_id) REFERENCES region (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_country_uuid UNIQUE (uuid)
);
CREATE INDEX ix_country_name_key ON country (name_key);
CREATE INDEX ix_country_region_id ON country (region_id);
CREATE TABLE edition (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    year INTEGER NOT NULL,
    title TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    author TEXT NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    options TEXT NOT NULL,
    report TEXT NOT NULL,
    workbook BLOB NOT NULL,
    workbook_sha256 TEXT NOT NULL,
    app_version TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT uq_edition_uuid UNIQUE (uuid)
);
CREATE TABLE event (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    report_year INTEGER NOT NULL,
    date_text TEXT DEFAULT '' NOT NULL,
    date_edtf TEXT,
    date_earliest TEXT,
    date_latest TEXT,
    date_precision TEXT,
    text TEXT NOT NULL,
    kind TEXT,
    format TEXT,
    participants TEXT DEFAULT '' NOT NULL,
    responsible TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    printed BOOLEAN NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    text_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT uq_event_uuid UNIQUE (uuid)
);
CREATE INDEX ix_event_report_year_date_earliest ON event (report_year, date_earliest);
CREATE TABLE event_link (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    partner_id INTEGER,
    country_id INTEGER,
    position INTEGER NOT NULL,
    CONSTRAINT ck_event_link_one_cell CHECK ((country_id IS NULL) <> (partner_id IS NULL)),
    CONSTRAINT fk_event_link_country_id FOREIGN KEY(country_id) REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_link_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_link_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_event_link_uuid UNIQUE (uuid)
);
CREATE INDEX ix_event_link_country_id_position ON event_link (country_id, position);
CREATE INDEX ix_event_link_event_id ON event_link (event_id);
CREATE INDEX ix_event_link_partner_id_position ON event_link (partner_id, position);
CREATE TABLE glossary_entry (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    abbreviation TEXT NOT NULL,
    expansion TEXT NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT uq_glossary_entry_uuid UNIQUE (uuid)
);
CREATE TABLE import_mapping (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    shape TEXT NOT NULL,
    mapping TEXT NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT uq_import_mapping_uuid UNIQUE (uuid)
);
CREATE TABLE imported_file (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    layout TEXT NOT NULL,
    year INTEGER,
    origin_uuid TEXT DEFAULT '' NOT NULL,
    origin_change_seq INTEGER,
    remark TEXT DEFAULT '' NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT uq_imported_file_uuid UNIQUE (uuid)
);
CREATE INDEX ix_imported_file_sha256 ON imported_file (sha256);
CREATE TABLE known_word (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    word TEXT NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT uq_known_word_uuid UNIQUE (uuid)
);
CREATE TABLE operation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    label TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    reverts INTEGER,
    change_seq INTEGER NOT NULL,
    schema_version INTEGER NOT NULL,
    app_version TEXT NOT NULL,
    digest TEXT NOT NULL,
    CONSTRAINT fk_operation_reverts FOREIGN KEY(reverts) REFERENCES operation (id),
    CONSTRAINT uq_operation_uuid UNIQUE (uuid)
);
CREATE INDEX ix_operation_change_seq ON operation (change_seq);
CREATE INDEX ix_operation_reverts ON operation (reverts);
CREATE TABLE other_name (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    country_id INTEGER,
    partner_id INTEGER,
    name TEXT NOT NULL,
    used_from_text TEXT DEFAULT '' NOT NULL,
    used_from_edtf TEXT,
    used_from_earliest TEXT,
    used_from_latest TEXT,
    used_from_precision TEXT,
    used_to_text TEXT DEFAULT '' NOT NULL,
    used_to_edtf TEXT,
    used_to_earliest TEXT,
    used_to_latest TEXT,
    used_to_precision TEXT,
    position INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    CONSTRAINT ck_other_name_one_owner CHECK ((country_id IS NULL) <> (partner_id IS NULL)),
    CONSTRAINT fk_other_name_country_id FOREIGN KEY(country_id) REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_other_name_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_other_name_uuid UNIQUE (uuid)
);
CREATE INDEX ix_other_name_country_id ON other_name (country_id);
CREATE INDEX ix_other_name_name_key ON other_name (name_key);
CREATE INDEX ix_other_name_partner_id ON other_name (partner_id);
CREATE TABLE partner (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    country_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT,
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    status_date_text TEXT DEFAULT '' NOT NULL,
    status_date_edtf TEXT,
    status_date_earliest TEXT,
    status_date_latest TEXT,
    status_date_precision TEXT,
    status_reason TEXT DEFAULT '' NOT NULL,
    latitude FLOAT,
    longitude FLOAT,
    remark TEXT DEFAULT '' NOT NULL,
    name_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT fk_partner_country_id FOREIGN KEY(country_id) REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_partner_uuid UNIQUE (uuid)
);
CREATE INDEX ix_partner_country_id ON partner (country_id);
CREATE INDEX ix_partner_name_key ON partner (name_key);
CREATE TABLE region (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    name TEXT NOT NULL,
    heading TEXT NOT NULL,
    position INTEGER NOT NULL,
    remark TEXT DEFAULT '' NOT NULL,
    name_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT uq_region_uuid UNIQUE (uuid)
);
CREATE INDEX ix_region_name_key ON region (name_key);
CREATE TABLE register_meta (
    id INTEGER NOT NULL,
    register_uuid TEXT NOT NULL,
    change_seq INTEGER NOT NULL,
    undo_floor INTEGER NOT NULL,
    app_version TEXT NOT NULL,
    min_reader_version INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_register_meta_single_row CHECK (id = 1)
);
CREATE VIRTUAL TABLE search USING fts5(main, rest, tokenize="unicode61 remove_diacritics 0", prefix='1 2 3');
CREATE TABLE setting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT uq_setting_uuid UNIQUE (uuid)
);
