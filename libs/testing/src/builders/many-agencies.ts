import type { Queries } from './insert-row.js';

/**
 * A country of agencies: 63 provinces (codes `H00` to `H62`) with departments, divisions, communes, schools and
 * stations under names as they are; one in fifty is closed.
 */
export async function manyAgencies(database: Queries, count: number): Promise<void> {
  // Built in one go afterwards, as after a restore: row by row they take most of the time.
  const definitions = await database.query(
    `SELECT indexdef AS definition FROM pg_indexes WHERE indexname IN ('agencies_search', 'agencies_keys')`,
  );
  await database.query('DROP INDEX agencies_search, agencies_keys');
  await database.query(
    `INSERT INTO agencies (id, code, code102, name, abbreviation, level, parent_id, valid_from, valid_to)
     SELECT overlay(overlay(md5(format('%s.%s', province.code, k)) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid, format('%s.%s', province.code, k), format('000.00.%s.%s', k, province.code),
            CASE WHEN k = 0 THEN 'Ủy ban nhân dân tỉnh ' || province.name
                 WHEN k < 20 THEN departments.names[1 + k % 7] || ' tỉnh ' || province.name
                 WHEN k < 160 THEN divisions.names[1 + k % 4] || ' huyện ' || district.name || ' ' || k
                 WHEN k < 340 THEN 'Ủy ban nhân dân xã ' || district.name || ' ' || k
                 ELSE units.names[1 + k % 5] || ' ' || district.name || ' ' || k END,
            CASE WHEN k = 0 OR k BETWEEN 160 AND 339 THEN 'UBND'
                 WHEN k < 20 THEN departments.short[1 + k % 7]
                 ELSE 'DV' || k END,
            CASE WHEN k = 0 THEN 'province' WHEN k < 20 THEN 'department'
                 WHEN k BETWEEN 160 AND 339 THEN 'commune' ELSE 'subordinate' END,
            CASE WHEN k > 0 THEN overlay(overlay(md5(province.code || '.0') PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid END,
            '2017-01-01', CASE WHEN n % 50 = 7 THEN date '2025-06-30' END
       FROM generate_series(0, $1::integer - 1) AS n
      CROSS JOIN LATERAL (SELECT n / 63 AS k) AS place
      CROSS JOIN LATERAL (
        SELECT 'H' || lpad((n % 63)::text, 2, '0') AS code,
               (ARRAY['Phú Thọ', 'Thái Bình', 'Quảng Ninh', 'Hà Giang', 'Lạng Sơn', 'Đắk Lắk', 'Bắc Kạn', 'Yên Bái'])
                 [1 + n % 63 % 8] || CASE WHEN n % 63 = 62 THEN ' Hòa Bình' ELSE '' END AS name) AS province
      CROSS JOIN LATERAL (
        SELECT (ARRAY['Kim Bôi', 'Tân Lập', 'Lạc Sơn', 'Mai Châu', 'Đà Bắc', 'Tân Lạc', 'Lương Sơn', 'Cao Phong'])
                 [1 + (n * 7 + k) % 8] AS name) AS district
      CROSS JOIN (SELECT ARRAY['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp', 'Sở Y tế', 'Sở Xây dựng',
                               'Sở Giáo dục và Đào tạo', 'Sở Công Thương'] AS names,
                         ARRAY['SNV', 'STC', 'STP', 'SYT', 'SXD', 'SGDĐT', 'SCT'] AS short) AS departments
      CROSS JOIN (SELECT ARRAY['Phòng Nội vụ', 'Phòng Tài chính - Kế hoạch', 'Phòng Tư pháp', 'Phòng Y tế']
                           AS names) AS divisions
      CROSS JOIN (SELECT ARRAY['Trường Tiểu học', 'Trường Trung học cơ sở', 'Trường Mầm non', 'Trạm Y tế xã',
                               'Chi cục Thi hành án dân sự'] AS names) AS units`,
    [count],
  );
  for (const { definition } of definitions as { definition: string }[]) {
    await database.query(definition);
  }
  await database.query('ANALYZE agencies');
}
