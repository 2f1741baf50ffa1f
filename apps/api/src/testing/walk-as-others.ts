import type { Viewer } from '../access/viewer.ts'
import { employerViewer, insuredViewer, partnerViewer, staffViewer } from './ask.ts'
import type { TestPlatform } from './test-platform.ts'
import { openRoutes } from './walk-of-routes.ts'
import type { HandsOut, WalkedRoute } from './walk-of-routes.ts'

const identifier = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/**
 * Asks every route that names a row for a real one, as everybody whom it is not for: they get what they get for one that there is not,
 * and it says nothing of the row. The routes are those of `routesOfTheDemo`, whose own viewer is asked first, so that the row is there.
 */
export async function walkAsOthers(
  platform: TestPlatform,
  table: Readonly<Record<string, HandsOut>>,
): Promise<WalkedRoute[]> {
  const { app, registered, askAs } = await openRoutes(platform)
  const others = await everybodyElse(platform, table)
  const walked: WalkedRoute[] = []
  const note = (route: string, wrong: string) => void walked.push({ route, wrong })
  for (const route of registered) {
    const handsOut = table[route]
    const { as, url = '' } = handsOut && 'url' in handsOut ? handsOut : {}
    if (!identifier.test(url)) {
      if (isOfRow(route, handsOut)) note(route, 'names a row, and is asked by nobody else')
      continue
    }
    const method = route.startsWith('DELETE') ? 'DELETE' : 'GET'
    if (method === 'GET') {
      const { statusCode, body } = await askAs(as, method, url)
      if (statusCode !== 200) note(route, `answers ${statusCode} to whom it is for: ${body.slice(0, 200)}`)
    }
    for (const [who, viewer] of others) {
      const real = await askAs(viewer, method, url)
      const none = await askAs(viewer, method, url.replace(identifier, crypto.randomUUID()))
      if (real.statusCode < 400) note(route, `answers ${who} with ${real.statusCode}`)
      if (real.statusCode !== none.statusCode || real.body !== none.body)
        note(
          route,
          `tells ${who} that there is one: ${real.statusCode} ${real.body}, not ${none.statusCode} ${none.body}`,
        )
    }
  }
  await app.close()
  return walked
}

/** A row stands in its address; of one that is asked in a test of its own, or opened by a secret, there is none in the demo. */
const isOfRow = (route: string, handsOut: HandsOut | undefined) =>
  route.includes('/:id') && !(handsOut && 'askedIn' in handsOut)

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
