/**
 * SQL: joins, as `held`, the work-injury class and own rate that hold of `unit` on a day as it is known now; for a day before the
 * first that is on record, the first ones. A unit without a history has them in `employer` alone.
 */
export const joinHeldClass = (unit: string, day: string) => `LEFT JOIN LATERAL (
    SELECT particulars.injury_class, particulars.injury_rate_ppm FROM employer_particulars particulars
    WHERE particulars.employer_id = ${unit}.id AND particulars.superseded_at IS NULL
      AND (particulars.valid_to IS NULL OR particulars.valid_to >= ${day})
    ORDER BY particulars.valid_from LIMIT 1) held ON true`

export const heldClass = (unit: string) => ({
  injuryClass: `COALESCE(held.injury_class, ${unit}.injury_class)`,
  injuryRatePpm: `CASE WHEN held.injury_class IS NULL THEN ${unit}.injury_rate_ppm ELSE held.injury_rate_ppm END`,
})
