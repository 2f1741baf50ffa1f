import type { Viewer } from '../access/viewer.ts'
import { staffRoles } from '../access/viewer.ts'
import { employerViewer, insuredViewer, partnerViewer, staffViewer } from './ask.ts'
import { addRowsAskedElsewhere } from './rows-asked-elsewhere.ts'
import type { TestPlatform } from './test-platform.ts'
import { openRoutes } from './walk-of-routes.ts'
import type { HandsOut, Method, WalkedRoute } from './walk-of-routes.ts'

const identifier = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

interface Asked {
  route: string
  method: Method
  url: string
  payload?: object | undefined
  /** Whom it is for, where it is asked here and not in a test of its own. */
  as?: Viewer | undefined
}

/**
 * Asks every route that names a row for a real one, as everybody whom it is not for: they get what they get for one that there is not,
 * and it says nothing of the row. Of what `routesOfTheDemo` asks itself, its own viewer is asked first, so that the row is there.
 */
export async function walkAsOthers(
  platform: TestPlatform,
  table: Readonly<Record<string, HandsOut>>,
): Promise<WalkedRoute[]> {
  const { app, registered, askAs } = await openRoutes(platform)
  const { asked: elsewhere, remove } = await addRowsAskedElsewhere(platform)
  const others = await everybodyElse(platform, table)
  const walked: WalkedRoute[] = []
  const note = (route: string, wrong: string) => void walked.push({ route, wrong })
  for (const route of registered) {
    const asked = askedOf(route, table[route], elsewhere)
    if (asked) await walk(asked)
    else if (route.includes('/:id') || (table[route] && 'askedIn' in table[route]))
      note(route, 'names a row, and is asked by nobody else')
  }
  await remove()
  await app.close()
  return walked

  async function walk({ route, method, url, payload, as }: Asked): Promise<void> {
    if (as && method === 'GET') {
      const { statusCode, body } = await askAs(as, method, url)
      if (statusCode !== 200) note(route, `answers ${statusCode} to whom it is for: ${body.slice(0, 200)}`)
    }
    const nobodys = crypto.randomUUID()
    const another: object | undefined = payload && JSON.parse(JSON.stringify(payload).replace(identifier, nobodys))
    for (const [who, viewer] of others) {
      const real = await askAs(viewer, method, url, payload)
      const none = await askAs(viewer, method, url.replace(identifier, nobodys), another)
      if (real.statusCode < 400) note(route, `answers ${who} with ${real.statusCode}`)
      if (real.statusCode !== none.statusCode || real.body !== none.body)
        note(
          route,
          `tells ${who} that there is one: ${real.statusCode} ${real.body}, not ${none.statusCode} ${none.body}`,
        )
    }
  }
}

/**
 * Asks as staff of a district office that has none of these employers. What is read by number is everybody's of the agency, and leaves
 * its entry (ADR 61): they are answered as the agency's own. What is done to an employer is refused.
 */
export async function walkAsAnotherDistrict(
  platform: TestPlatform,
  table: Readonly<Record<string, HandsOut>>,
): Promise<WalkedRoute[]> {
  const { prisma } = platform.database
  const { app, registered, askAs } = await openRoutes(platform)
  const { asked: elsewhere, remove } = await addRowsAskedElsewhere(platform)
  const { id: officeId } = await prisma.office.findFirstOrThrow()
  // Those that an office has stay with it: the walker stands at neither.
  const theirs = (await prisma.districtRegion.findMany()).map(({ region }) => region)
  const others = await prisma.employer.groupBy({ by: ['district'], where: { district: { notIn: theirs } } })
  const { id: districtId } = await prisma.districtOffice.create({
    data: {
      code: 'WALK',
      nameZh: '全域经办处',
      nameEn: 'All regions',
      createdBy: officeId,
      createdAt: platform.clock.now(),
      regions: { create: others.flatMap(({ district }) => (district === null ? [] : { region: district })) },
    },
  })
  const agency = staffViewer(staffRoles, { officeId })
  const foreign = staffViewer(staffRoles, { officeId, districts: [crypto.randomUUID()] })
  const walked: WalkedRoute[] = []
  const note = (route: string, wrong: string) => void walked.push({ route, wrong })
  for (const route of registered) {
    const asked = askedOf(route, table[route], elsewhere)
    if (!asked) continue
    const { method, url, payload } = asked
    const answer = await askAs(foreign, method, url, payload)
    if (method !== 'GET') {
      if (answer.statusCode < 400) note(route, `answers ${answer.statusCode}`)
      continue
    }
    const { statusCode } = await askAs(agency, method, url)
    if (answer.statusCode !== statusCode) note(route, `answers ${answer.statusCode}, the agency’s own ${statusCode}`)
    const handsOut = table[route]
    if (statusCode !== 200 || !handsOut || !('notes' in handsOut)) continue
    const { accountId: actorId } = foreign
    const entries = await prisma.auditEvent.count({ where: { actorId, action: handsOut.notes } })
    if (entries === 0) note(route, `leaves no entry ${handsOut.notes}`)
  }
  await prisma.districtOffice.delete({ where: { id: districtId } })
  await remove()
  await app.close()
  return walked
}

function askedOf(
  route: string,
  handsOut: HandsOut | undefined,
  elsewhere: Readonly<Record<string, Pick<Asked, 'url' | 'payload'>>>,
): Asked | undefined {
  const method = (['POST', 'DELETE'] as const).find((one) => route.startsWith(one)) ?? 'GET'
  const own = elsewhere[route]
  if (own) return { route, method, ...own }
  const { as, url = '' } = handsOut && 'url' in handsOut ? handsOut : {}
  return identifier.test(url) ? { route, method, url, as } : undefined
}

/** Real ones, of whom no route of the table speaks: a unit, a person, and whoever has no rows of their own and no right. */
async function everybodyElse(
  { database: { prisma } }: TestPlatform,
  table: Readonly<Record<string, HandsOut>>,
): Promise<[string, Viewer | undefined][]> {
  const spoken = Object.values(table).flatMap((handsOut) => ('as' in handsOut && handsOut.as ? [handsOut.as] : []))
  const units = spoken.flatMap((viewer) => (viewer.kind === 'EMPLOYER' ? [viewer.employerId] : []))
  const people = spoken.flatMap((viewer) => (viewer.kind === 'INSURED' ? [viewer.individualId] : []))
  // Papers of a proceeding are its unit's as well.
  const pursued = await prisma.enforcementCase.findMany({ select: { employerId: true } })
  const unit = await prisma.employer.findFirstOrThrow({
    where: { id: { notIn: [...units, ...pursued.map(({ employerId }) => employerId)] } },
    orderBy: { registeredOn: 'desc' },
  })
  const person = await prisma.individual.findFirstOrThrow({ where: { id: { notIn: people } }, orderBy: { id: 'desc' } })
  return [
    ['another unit', employerViewer(unit.id)],
    ['another person', insuredViewer(person.id)],
    ['staff without a role', staffViewer([])],
    ['a partner', partnerViewer('BANK')],
    ['a visitor', undefined],
  ]
}
