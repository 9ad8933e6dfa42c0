import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The calendar of working days, and until when the clerk has to issue and to send what was approved. */
export class WorkingDays1767400000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [calendar, fixedHolidays, timers, approvedBefore, openBefore]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const calendar = `
  CREATE TABLE calendar_days (
    day date NOT NULL CONSTRAINT calendar_days_pkey PRIMARY KEY,
    kind text NOT NULL CONSTRAINT calendar_days_kind CHECK (kind IN ('off', 'worked')),
    name text NOT NULL,
    basis text NOT NULL,
    version integer NOT NULL
  );
`;

// Tết, the Hùng Kings’ day and the second day of the National Day are decided year by year: people enter them.
const fixedHolidays = `
  INSERT INTO calendar_days (day, kind, name, basis, version)
  SELECT make_date(year, holiday.month, holiday.day), 'off', holiday.name, 'Bộ luật Lao động 2019, Điều 112', 1
    FROM generate_series(2024, 2027) AS year,
         (VALUES (1, 1, 'Tết Dương lịch'), (4, 30, 'Ngày Chiến thắng'), (5, 1, 'Ngày Quốc tế lao động'),
                 (9, 2, 'Quốc khánh')) AS holiday (month, day, name);
  INSERT INTO calendar_days (day, kind, name, basis, version)
  VALUES ('2027-05-03', 'off', 'Nghỉ bù Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 111 khoản 3', 1);
`;

const timers = `
  ALTER TABLE documents
    ADD COLUMN approved_at timestamptz,
    ADD COLUMN issue_due_at timestamptz,
    ADD COLUMN send_due_at timestamptz;
  CREATE INDEX documents_issue_due ON documents (agency_id, issue_due_at) WHERE state = 'approved';
  CREATE INDEX documents_send_due ON documents (agency_id, send_due_at) WHERE state = 'issued';
`;

const approvedBefore = `
  UPDATE documents AS document
     SET approved_at = coalesce((SELECT max(at) FROM audit_entries
                                  WHERE object_type = 'document' AND object_id = document.id::text
                                    AND action = 'document.approved'), updated_at)
   WHERE state IN ('approved', 'issued', 'sent', 'completed');
`;

// As libs/documents/src/work-timers.ts counts them for what is approved from now on.
const openBefore = `
  WITH due AS (
    SELECT document.id, document.urgency, document.approved_at,
           (SELECT min(day)::date
              FROM generate_series((document.approved_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 1,
                                   (document.approved_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 60,
                                   interval '1 day') AS day
             WHERE extract(isodow FROM day) < 6
               AND NOT EXISTS (SELECT 1 FROM calendar_days WHERE calendar_days.day = day::date AND kind = 'off')) AS day
      FROM documents AS document WHERE state IN ('approved', 'issued'))
  UPDATE documents AS document
     SET issue_due_at = CASE WHEN due.urgency = 'normal' THEN (due.day + time '17:00') AT TIME ZONE 'Asia/Ho_Chi_Minh'
                             ELSE due.approved_at + interval '30 minutes' END,
         send_due_at = CASE WHEN due.urgency = 'normal' THEN (due.day + time '11:30') AT TIME ZONE 'Asia/Ho_Chi_Minh'
                            ELSE due.approved_at + interval '30 minutes' END
    FROM due WHERE due.id = document.id;
`;
