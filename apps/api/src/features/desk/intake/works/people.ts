import { checkPerson, personColumns, rowError } from '@shebao/intake'
import type { PersonRow } from '@shebao/intake'
import { registerIndividuals, removeIndividuals } from '../../../register/individual/index.ts'
import { ProblemsByRow } from '../import-work.ts'
import type { ImportWork } from '../import-work.ts'
import { findPeopleByHash } from '../register-lookup.repository.ts'
import { keyOf, personHash } from '../rows-of-register.ts'
import { standingOnPeople } from '../standing.repository.ts'

/** People come into the register; their employers come with enrolments. */
export const peopleWork: ImportWork<typeof personColumns> = {
  columns: personColumns,

  async examine(platform, { today }, rows) {
    const problems = new ProblemsByRow()
    const people: { row: number; person: PersonRow; hash: Uint8Array }[] = []
    for (const { row, values, problems: own } of rows) {
      const checked = checkPerson(values, today)
      problems.add(row, ...own, ...checked.problems)
      if (checked.person)
        people.push({ row, person: checked.person, hash: personHash(platform, checked.person.idNumber) })
    }
    const known = await findPeopleByHash(
      platform,
      people.map(({ hash }) => hash),
    )
    const taken = new Set(known.map(({ idHash }) => keyOf(idHash)))
    const firstRow = new Map<string, number>()
    for (const { row, hash } of people) {
      const key = keyOf(hash)
      const earlier = firstRow.get(key)
      if (earlier !== undefined) problems.add(row, rowError('idNumber', 'TWICE_IN_FILE', String(earlier)))
      firstRow.set(key, earlier ?? row)
      if (taken.has(key)) problems.add(row, rowError('idNumber', 'ALREADY_THERE', '×'))
    }
    return {
      problems: problems.all,
      async apply() {
        const ids = await registerIndividuals(
          platform,
          people.map(({ person }) => person),
        )
        return people.flatMap(({ row }, index) => {
          const subjectId = ids[index]
          return subjectId === undefined ? [] : [{ rowNo: row, subjectId }]
        })
      },
    }
  },

  standing: (platform, { subjects }) => standingOnPeople(platform, subjects),
  takeBack: (platform, { subjects }) => removeIndividuals(platform, subjects),
}
