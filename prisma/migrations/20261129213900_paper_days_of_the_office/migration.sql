-- The days that an office had set for the paper of its inspections go on holding, as its rule; one it has set since stays.
-- Nobody of the office changed it: the upgrade did.
INSERT INTO "paper_rule" ("id", "kind", "working_days", "remind_days", "keep_years", "consequence", "materials", "changed_by", "changed_at")
SELECT gen_random_uuid(), 'ANNUAL_INSPECTION', LEAST(GREATEST(own.days, 1), 250), 3, 100, 'REMIND_ONLY',
    '[{"code":"FORM","zh":"申报表（签字并加盖公章）","en":"The form, signed and sealed","required":true},
      {"code":"ROSTER","zh":"职工花名册（职工签字）","en":"The list of people, signed by them","required":true},
      {"code":"WAGES","zh":"上年度工资发放凭证复印件","en":"Copies of last year’s wage payments","required":false}]'::jsonb,
    '00000000-0000-0000-0000-000000000000', now() AT TIME ZONE 'UTC'
FROM (SELECT ("settings" #>> '{inspection,paperDays}')::int AS days FROM "office"
    WHERE "settings" #>> '{inspection,paperDays}' ~ '^\d{1,4}$' ORDER BY "region" LIMIT 1) own
WHERE own.days <> 15 AND NOT EXISTS (SELECT 1 FROM "paper_rule" WHERE "kind" = 'ANNUAL_INSPECTION');
