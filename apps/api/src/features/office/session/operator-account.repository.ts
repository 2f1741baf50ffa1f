import { oneOf } from '@shebao/kernel'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'

/** WAITING: no password yet. ENDED: sits at no desk any more. */
export const operatorStates = ['WAITING', 'ACTIVE', 'LOCKED', 'ENDED'] as const
export type OperatorState = (typeof operatorStates)[number]

export interface OperatorRow {
  id: string
  partnerId: string
  operatorNo: string
  displayName: string
  state: OperatorState
  lastSignInAt: Date | null
}
type Row = Omit<OperatorRow, 'state'> & { state: string }

/** SQL: an operator with the partner they sit at, on the day $1 at the instant $2. */
const operators = `SELECT a.id, m.scope_id AS "partnerId", a.operator_no AS "operatorNo", a.display_name AS "displayName",
    a.last_sign_in_at AS "lastSignInAt", CASE WHEN m.ended_at IS NOT NULL OR m.valid_to < $1 THEN 'ENDED'
      WHEN a.password_hash = '' THEN 'WAITING' WHEN a.locked_until > $2::timestamp THEN 'LOCKED' ELSE 'ACTIVE' END AS state
  FROM account a JOIN membership m ON m.account_id = a.id AND m.scope_kind = 'PARTNER'`

const toOperator = ({ state, ...row }: Row): OperatorRow => ({ ...row, state: oneOf(operatorStates, state, 'state') })
const utc = (instant: Date) => instant.toISOString().replace('Z', '')
const mostOperators = 500

/** Of these partners, by number. */
export async function listOperators(
  { database, clock }: Platform,
  partnerIds: readonly string[],
): Promise<OperatorRow[]> {
  const rows = await database.query<Row>(
    {
      name: 'operators-list',
      text: `${operators} WHERE m.scope_id = ANY($3::uuid[]) ORDER BY a.operator_no LIMIT ${mostOperators}`,
    },
    [clock.today(), utc(clock.now()), [...partnerIds]],
  )
  return rows.map(toOperator)
}

export async function findOperator({ database, clock }: Platform, id: string): Promise<OperatorRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<Row>({ name: 'operator', text: `${operators} WHERE a.id = $3::uuid` }, [
    clock.today(),
    utc(clock.now()),
    id,
  ])
  return row && toOperator(row)
}

/** Without a password; nothing when the number is taken. */
export async function insertOperator(
  { database, clock }: Platform,
  { partnerId, operatorNo, displayName }: { partnerId: string; operatorNo: string; displayName: string },
): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(
    {
      name: 'operator-insert',
      text: `WITH made AS (INSERT INTO account (id, kind, operator_no, display_name, password_hash, previous_hashes, created_at)
          VALUES (gen_random_uuid(), 'PARTNER', $1, $2, '', '{}', $3::timestamp) ON CONFLICT (operator_no) DO NOTHING RETURNING id)
        INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from)
        SELECT gen_random_uuid(), made.id, 'OPERATOR', 'PARTNER', $4::uuid, $5 FROM made RETURNING account_id AS id`,
    },
    [operatorNo, displayName, utc(clock.now()), partnerId, clock.today()],
  )
  return row?.id
}

/** At once; the rows stay. */
export async function endOperatorMembership({ database, clock }: Platform, accountId: string): Promise<void> {
  await database.prisma.membership.updateMany({
    where: { accountId, scopeKind: 'PARTNER', endedAt: null },
    data: { endedAt: clock.now() },
  })
}
