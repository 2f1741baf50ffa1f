import type { DistrictStaff } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'

export interface PostRow {
  id: string
  accountId: string
  name: string
  staffNo: string
  districtId: string | null
  validFrom: string
  validTo: string | null
  lentBecause: string | null
}
export interface DistrictRow {
  id: string
  code: string
  nameZh: string
  nameEn: string
  regions: readonly string[]
  employers: number
}

/** More than any agency has. */
const mostDistricts = 200
const mostPosts = 2_000

export async function listDistricts({ database }: Platform): Promise<DistrictRow[]> {
  return database.query<DistrictRow>(
    {
      name: 'district-list',
      text: `SELECT office.id, office.code, office.name_zh AS "nameZh", office.name_en AS "nameEn",
        ARRAY(SELECT region FROM district_region place WHERE place.district_id = office.id ORDER BY region) AS regions,
        (SELECT count(*) FROM employer JOIN district_region place ON place.region = employer.district
          WHERE place.district_id = office.id)::int AS employers
      FROM district_office office ORDER BY office.code LIMIT ${mostDistricts}`,
    },
    [],
  )
}

/** Employers in the register that are of no office: everybody handles their cases. */
export async function countOfNoOffice({ database }: Platform): Promise<number> {
  const [row] = await database.query<{ employers: number }>(
    {
      name: 'district-of-no-office',
      text: `SELECT count(*)::int AS employers FROM employer
      WHERE NOT EXISTS (SELECT FROM district_region place WHERE place.region = employer.district)`,
    },
    [],
  )
  return row?.employers ?? 0
}

const posts = `SELECT post.id, post.account_id AS "accountId", account.display_name AS name, COALESCE(account.staff_no, '') AS "staffNo",
    post.district_id AS "districtId", post.valid_from AS "validFrom", post.valid_to AS "validTo", post.lent_because AS "lentBecause"
  FROM district_staff post JOIN account ON account.id = post.account_id`

/** Now or later, by name. */
export async function listPosts({ database, clock }: Platform): Promise<PostRow[]> {
  return database.query<PostRow>(
    {
      name: 'district-posts',
      text: `${posts} WHERE post.ended_at IS NULL AND (post.valid_to IS NULL OR post.valid_to >= $1)
      ORDER BY account.display_name, post.id LIMIT ${mostPosts}`,
    },
    [clock.today()],
  )
}

/** Held until the transaction ends; only while it stands. */
export async function lockPost({ database }: Platform, id: string): Promise<PostRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<PostRow>(
    { name: 'district-post-lock', text: `${posts} WHERE post.id = $1 AND post.ended_at IS NULL FOR UPDATE OF post` },
    [id],
  )
  return row
}

export async function findStaffName({ database, clock }: Platform, accountId: string): Promise<string | undefined> {
  if (!isUuid(accountId)) return undefined
  const [row] = await database.query<{ name: string }>(
    {
      name: 'district-staff-name',
      text: `SELECT display_name AS name FROM account WHERE id = $1 AND kind = 'STAFF' AND EXISTS (SELECT FROM membership held
        WHERE held.account_id = account.id AND held.scope_kind = 'OFFICE' AND held.ended_at IS NULL
          AND (held.valid_to IS NULL OR held.valid_to >= $2))`,
    },
    [accountId, clock.today()],
  )
  return row?.name
}

/** Nothing when they stand there already. */
export async function insertPost(
  { database }: Platform,
  post: Omit<DistrictStaff, 'id' | 'endedAt'>,
): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(
    {
      name: 'district-post-insert',
      text: `INSERT INTO district_staff (id, account_id, district_id, valid_from, valid_to, lent_because, set_by, set_at)
      VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    },
    [post.accountId, post.districtId, post.validFrom, post.validTo, post.lentBecause, post.setBy, post.setAt],
  )
  return row?.id
}

export async function endPostRow({ database, clock }: Platform, id: string): Promise<void> {
  await database.prisma.districtStaff.update({ where: { id }, data: { endedAt: clock.now() } })
}

/** The pooling region in whose districts the employers are; blank before an office was set up. */
export async function findAgencyRegion({ database }: Platform): Promise<string> {
  return (
    (await database.prisma.office.findFirst({ orderBy: { region: 'asc' }, select: { region: true } }))?.region ?? ''
  )
}

/** Which of these regions another office has. */
export async function takenRegion(
  { database }: Platform,
  regions: readonly string[],
  districtId: string | undefined,
): Promise<string | undefined> {
  const row = await database.prisma.districtRegion.findFirst({
    where: { region: { in: [...regions] }, ...(districtId === undefined ? {} : { NOT: { districtId } }) },
  })
  return row?.region
}

export async function isCodeTaken({ database }: Platform, code: string, id: string | undefined): Promise<boolean> {
  return (
    (await database.prisma.districtOffice.count({ where: { code, ...(id === undefined ? {} : { NOT: { id } }) } })) > 0
  )
}

/** One change of the offices after the other, so that no region is given twice. */
export async function lockDistricts({ database }: Platform): Promise<void> {
  await database.query(
    { name: 'district-lock', text: `SELECT pg_advisory_xact_lock(hashtextextended('district', 1))` },
    [],
  )
}

export async function findDistrict(
  { database }: Platform,
  id: string,
): Promise<{ id: string; code: string } | undefined> {
  if (!isUuid(id)) return undefined
  return (
    (await database.prisma.districtOffice.findUnique({ where: { id }, select: { id: true, code: true } })) ?? undefined
  )
}

interface Particulars {
  code: string
  nameZh: string
  nameEn: string
  regions: readonly string[]
}

export async function writeDistrict(
  { database, clock }: Platform,
  id: string | undefined,
  { regions, ...names }: Particulars,
  createdBy: string,
): Promise<string> {
  const { prisma } = database
  const office =
    id === undefined
      ? await prisma.districtOffice.create({ data: { ...names, createdBy, createdAt: clock.now() } })
      : await prisma.districtOffice.update({ where: { id }, data: names })
  await prisma.districtRegion.deleteMany({ where: { districtId: office.id } })
  await prisma.districtRegion.createMany({ data: regions.map((region) => ({ region, districtId: office.id })) })
  return office.id
}
