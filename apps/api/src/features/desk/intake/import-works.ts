import type { Columns, ImportKind, OpenedTable } from '@shebao/intake'
import { readTableRow } from '@shebao/intake'
import type { Platform } from '../../../platform/platform.ts'
import type { Standing } from './import-codes.ts'
import type { Brought, Examined, ImportWork, Office } from './import-work.ts'
import { balancesWork } from './works/opening-balances.ts'
import { employersWork } from './works/employers.ts'
import { enrolmentsWork } from './works/enrolments.ts'
import { historyWork } from './works/history.ts'
import { peopleWork } from './works/people.ts'

type Cells = Pick<OpenedTable, 'rows' | 'date1904'>

/** An import that was taken in, its rows still as cells. */
export type BroughtCells = Omit<Brought<Columns>, 'rows'> & { readonly table: Cells }

/** One kind of import with its rows still as cells. */
export interface Work {
  readonly columns: Columns
  examine(platform: Platform, office: Office, table: Cells): Promise<Examined>
  standing(platform: Platform, brought: BroughtCells): Promise<readonly Standing[]>
  takeBack(platform: Platform, brought: BroughtCells): Promise<void>
}

/** Binds a kind's columns to its work, so that nobody can read rows by other columns than those they are checked by. */
function work<Table extends Columns>({ columns, ...kind }: ImportWork<Table>): Work {
  const read = ({ rows, date1904 }: Cells) => rows.map((row) => readTableRow(columns, row, date1904))
  const brought = ({ table, ...rest }: BroughtCells) => ({ ...rest, rows: read(table) })
  return {
    columns,
    examine: (platform, office, table) => kind.examine(platform, office, read(table)),
    standing: (platform, cells) => kind.standing(platform, brought(cells)),
    takeBack: (platform, cells) => kind.takeBack(platform, brought(cells)),
  }
}

export const importWorks: Readonly<Record<ImportKind, Work>> = {
  EMPLOYERS: work(employersWork),
  PEOPLE: work(peopleWork),
  ENROLMENTS: work(enrolmentsWork),
  OPENING_BALANCES: work(balancesWork),
  HISTORY: work(historyWork),
}
