import { moneyKinds } from '@shebao/intake'
import type { WorkSource } from '../../../case/work-source.ts'

const money = moneyKinds.map((kind) => `'${kind}'`).join(', ')

/** A table that was brought and checked. One with rows that cannot be taken in waits for another file: it can be put aside. */
export const importWork: WorkSource = {
  see: 'register-import:read',
  waiting: `SELECT import.id::text, import.status, 0, NULL::text, NULL::uuid, import.file_name, import.checked_at, NULL::text, import.amount,
      import.row_count, CASE WHEN import.error_rows > 0 THEN ARRAY['DISCARD'] WHEN import.kind IN (${money}) THEN ARRAY['RELEASE'] ELSE ARRAY['APPLY'] END,
      jsonb_build_object('UPLOAD', jsonb_build_array(import.uploaded_by))
    FROM register_import import WHERE import.status = 'CHECKED'`,
}
