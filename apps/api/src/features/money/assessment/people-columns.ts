import type { PeopleOfUnit } from './assess-units.repository.ts'
import { absenceOf } from './premium-rows.ts'
import type { PeopleColumns } from './premium-rows.ts'

const fixedCharged = 32

/** The engine's absence mask for each of the flags that `listEnrolled` gives. */
const absenceOfFlags = Array.from({ length: fixedCharged }, (_, flags) =>
  absenceOf({
    pension: (flags & 1) === 0,
    medical: (flags & 2) === 0,
    unemployment: (flags & 4) === 0,
    workInjury: (flags & 8) === 0,
    maternity: (flags & 16) === 0,
  }),
)

/** The texts of `listEnrolled` as the engine takes them. */
export function parseColumns({ wages, flags }: PeopleOfUnit): Required<PeopleColumns> {
  const parsed = flags.split(',').map(Number)
  return {
    wages: wages.split(',').map(Number),
    absences: parsed.map((flag) => absenceOfFlags[flag % fixedCharged] ?? 0),
    fixedCharged: parsed.map((flag) => flag & fixedCharged),
  }
}
