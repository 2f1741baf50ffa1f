import type { WorkSource } from '../../../case/work-source.ts'

/** Transfers in which this office acts next; while another region or the person does, they wait for nobody here. */
export const relationTransferWork: WorkSource = {
  see: 'relation-transfer:list',
  ofPerson: true,
  waiting: `SELECT t.id::text, t.status, t.revision, t.number, NULL::uuid, person.name_masked, t.applied_at, t.due_on,
      (t.funds_account + t.funds_pooled)::bigint, NULL::int,
      CASE t.status WHEN 'APPLIED' THEN ARRAY['ISSUE_VOUCHER'] WHEN 'ACCEPTED_THERE' THEN ARRAY['SEND_FUNDS']
        WHEN 'FUNDS_SENT' THEN ARRAY['CONFIRM_SENT'] WHEN 'HANDED_IN' THEN ARRAY['TAKE_OVER']
        WHEN 'FUNDS_RECEIVED' THEN ARRAY['CONFIRM_RECEIVED']
        WHEN 'COUNTED' THEN CASE WHEN t.refund_account > 0 AND t.refunded_on IS NULL THEN ARRAY['PAY_BACK'] ELSE ARRAY['CLOSE'] END
        ELSE ARRAY['CLOSE'] END,
      jsonb_build_object('SEND_FUNDS', to_jsonb(array_remove(ARRAY[t.funds_by], NULL)),
        'RECEIVE_FUNDS', to_jsonb(array_remove(ARRAY[t.funds_by], NULL)),
        'CONFIRM_RECEIVED', to_jsonb(array_remove(ARRAY[t.confirmed_by], NULL))), t.individual_id
    FROM relation_transfer t JOIN individual person ON person.id = t.individual_id
    WHERE t.status IN ('APPLIED', 'ACCEPTED_THERE', 'FUNDS_SENT', 'MOVED', 'HANDED_IN', 'FUNDS_RECEIVED', 'COUNTED')`,
}
