import { parsePeriod } from '@shebao/kernel'
import { checkEnrolment, enrolmentColumns, lastPeriod, rowError } from '@shebao/intake'
import type { EnrolmentValues } from '@shebao/intake'
import { countRosterVersionsUp } from '../../../register/employer/index.ts'
import { insertEnrolments, removeImportedEnrolments } from '../../../register/enrolment/index.ts'
import type { NewEnrolment } from '../../../register/enrolment/index.ts'
import { ProblemsByRow } from '../import-work.ts'
import type { ImportWork } from '../import-work.ts'
import { findSpells } from '../register-lookup.repository.ts'
import { nameRows } from '../rows-of-register.ts'
import type { Named } from '../rows-of-register.ts'
import { standingOnEnrolments } from '../standing.repository.ts'

interface Stretch {
  from: string
  to: string | null
  /** Said of it where it stands against another. */
  what: string
}

/** Who is insured with whom, from which month to which. A person may come back to an employer: each time is a row. */
export const enrolmentsWork: ImportWork<typeof enrolmentColumns> = {
  columns: enrolmentColumns,

  async examine(platform, office, rows) {
    const problems = new ProblemsByRow()
    for (const { row, values, problems: own } of rows)
      problems.add(row, ...own, ...checkEnrolment(values, office.today))
    const named = await nameRows(platform, office, rows, problems)
    const stretches = await knownStretches(platform, named)
    for (const { row, values } of rows) {
      const who = named.get(row)
      if (!who || values.fromPeriod === undefined) continue
      const own: Stretch = { from: values.fromPeriod, to: lastPeriod(values), what: String(row) }
      const others = stretches.get(pairOf(who)) ?? []
      const clash = others.find((other) => overlap(own, other))
      if (clash) problems.add(row, rowError('fromPeriod', 'OVERLAPS', clash.what))
      stretches.set(pairOf(who), [...others, own])
    }
    return {
      problems: problems.all,
      async apply(source) {
        const made = rows.flatMap(({ row, values }) => {
          const who = named.get(row)
          const enrolment = who && newEnrolment(who, values)
          return enrolment ? [{ rowNo: row, enrolment }] : []
        })
        await insertEnrolments(
          platform,
          source,
          made.map(({ enrolment }) => enrolment),
        )
        await countRosterVersionsUp(platform, [...new Set(made.map(({ enrolment }) => enrolment.employerId))])
        return made.map(({ rowNo, enrolment }) => ({ rowNo, subjectId: enrolment.spellId }))
      },
    }
  },

  standing: (platform, { importId }) => standingOnEnrolments(platform, importId),
  takeBack: async (platform, { importId }) =>
    countRosterVersionsUp(platform, await removeImportedEnrolments(platform, importId)),
}

const pairOf = ({ employerId, individualId }: Named) => `${employerId} ${individualId}`
const overlap = (a: Stretch, b: Stretch) => a.from <= (b.to ?? '9999-12') && b.from <= (a.to ?? '9999-12')

async function knownStretches(
  platform: Parameters<typeof findSpells>[0],
  named: ReadonlyMap<number, Named>,
): Promise<Map<string, Stretch[]>> {
  const all = [...named.values()]
  const spells = await findSpells(
    platform,
    [...new Set(all.map(({ employerId }) => employerId))],
    [...new Set(all.map(({ individualId }) => individualId))],
  )
  const stretches = new Map<string, Stretch[]>()
  for (const spell of spells) {
    const what = `${spell.fromPeriod} – ${spell.toPeriod ?? ''}`
    const known = stretches.get(pairOf(spell)) ?? []
    stretches.set(pairOf(spell), [...known, { from: spell.fromPeriod, to: spell.toPeriod, what }])
  }
  return stretches
}

function newEnrolment(who: Named, values: EnrolmentValues): NewEnrolment | undefined {
  const { employmentForm, householdType, hireDate, leaveDate, averageWage } = values
  const fromPeriod = parsePeriod(values.fromPeriod ?? '')
  if (!employmentForm || !householdType || !hireDate || !fromPeriod || averageWage === undefined) return undefined
  return {
    ...who,
    spellId: crypto.randomUUID(),
    fromPeriod,
    toPeriod: lastPeriod(values),
    employmentForm,
    householdType,
    hireDate,
    leaveDate: leaveDate ?? null,
    stopReason: null,
    averageWage,
    wagesLastYear: null,
    monthsWorked: null,
    firstMonthWage: null,
    pension: values.pension ?? true,
    medical: values.medical ?? true,
    unemployment: values.unemployment ?? true,
    workInjury: values.workInjury ?? true,
    maternity: values.maternity ?? true,
  }
}
