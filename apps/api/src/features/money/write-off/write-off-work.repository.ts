import type { WorkSource } from '../../../case/work-source.ts'

/** Debts that one asked to give up, until another decides. */
export const writeOffWork: WorkSource = {
  see: 'write-off:read',
  waiting: `SELECT w.id::text, w.status, 0, notice.number, notice.employer_id, NULL::text, w.requested_at, NULL::text, w.amount, NULL::int,
      NULL::text[], jsonb_build_object('REQUEST', jsonb_build_array(w.requested_by))
    FROM write_off w JOIN payment_notice notice ON notice.id = w.notice_id WHERE w.status = 'REQUESTED'`,
}
