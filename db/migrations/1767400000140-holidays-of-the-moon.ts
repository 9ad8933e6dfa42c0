import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days off that the moon sets. The Hùng Kings’ day is the tenth of the third lunar month; for Tết only 2026 was
 * read as announced: 2027 is still to be decided, and the years before begin no deadline any more.
 */
export class HolidaysOfTheMoon1767400000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(holidays);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const announced = `'Bộ luật Lao động 2019, Điều 112; lịch nghỉ Tết 2026 đã công bố (cần bổ sung số văn bản)'`;

// What an administrator has entered stays. None of these days lies in a deadline that runs, so nothing is counted anew.
const holidays = `
  INSERT INTO calendar_days (day, kind, name, basis, version)
  SELECT day::date, 'off', name, basis, 1
    FROM (VALUES
      ('2024-04-18', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112 (10/3 âm lịch)'),
      ('2025-04-07', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112 (10/3 âm lịch)'),
      ('2026-04-26', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112 (10/3 âm lịch)'),
      ('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 111 khoản 3'),
      ('2027-04-16', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112 (10/3 âm lịch)'),
      ('2026-02-16', 'Tết Nguyên đán Bính Ngọ', ${announced}),
      ('2026-02-17', 'Tết Nguyên đán Bính Ngọ', ${announced}),
      ('2026-02-18', 'Tết Nguyên đán Bính Ngọ', ${announced}),
      ('2026-02-19', 'Tết Nguyên đán Bính Ngọ', ${announced}),
      ('2026-02-20', 'Tết Nguyên đán Bính Ngọ', ${announced})) AS holiday (day, name, basis)
  ON CONFLICT (day) DO NOTHING;
`;
