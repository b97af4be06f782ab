"""Views of the library's database that hold one list of records each, for exports and other tools."""

from __future__ import annotations

EXPORT_VIEWS = """
CREATE VIEW export_reports AS
    SELECT r.sha256 AS report, r.file, r.path, r.title, r.kind, r.project, r.grantee, r.evaluator, r.funder, r.pool,
        r.pool_year, r.account, r.published, r.period_start, r.period_end, r.budget, r.currency, r.target_group,
        (SELECT group_concat(m.name, ', ') FROM municipalities m WHERE m.report = r.sha256 AND m.takes_part)
            AS municipalities,
        r.document_number, r.version, r.language, r.text_layer, r.pages, r.targets, r.findings, r.warnings, r.added_at
    FROM current_reports r;
CREATE VIEW export_targets AS
    SELECT t.project, t.pool, t.pool_year, t.file, t.id, t.level, t.text, t.target_raw, t.target, t.target_low,
        t.target_high, t.target_unit, t.actual_raw, t.actual, t.baseline_raw, t.baseline, t.status, t.status_raw,
        t.status_basis, t.computed_status, t.achievement, t.quote, t.page, t.section, t.place, t.report
    FROM targets t;
CREATE VIEW export_measures AS
    SELECT r.project, r.file, m.table_id, m.row_label, m.column_name, m.value, m.unit, m.raw, m.page,
        m.rowid AS place, m.report
    FROM measures m JOIN current_reports r ON r.sha256 = m.report;
CREATE VIEW export_learnings AS
    SELECT r.project, r.file, s.theme, s.text, s.section, s.page, s.place, s.report
    FROM statements s JOIN current_reports r ON r.sha256 = s.report WHERE s.kind = 'learning';
CREATE VIEW export_embedding AS
    SELECT r.project, r.file, s.status, s.theme, s.text, s.section, s.page, s.place, s.report
    FROM statements s JOIN current_reports r ON r.sha256 = s.report WHERE s.kind = 'embedding';
CREATE VIEW export_findings AS
    SELECT r.project, r.file, f.code, f.severity, f.message, f.quote, f.page, f.against_quote, f.against_page, f.stated,
        f.computed, f.place, f.report
    FROM findings f JOIN current_reports r ON r.sha256 = f.report;
CREATE VIEW export_municipalities AS
    SELECT r.project, r.file, m.name, m.takes_part, m.left_when, m.left_why, m.quote, m.page,
        m.rowid AS place, m.report
    FROM municipalities m JOIN current_reports r ON r.sha256 = m.report;
"""
