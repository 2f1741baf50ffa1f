import { stateNamed } from '@shebao/case'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import type { ImportRefusal, Standing } from './import-codes.ts'
import { importTable } from './import.lifecycle.ts'
import { importWork } from './import-work.repository.ts'
import { lockImport } from './import.repository.ts'
import type { ImportRow } from './import.repository.ts'

export type ImportState = (typeof importTable.states)[number]
export type ImportEvent = (typeof importTable.steps)[number]['event']

export interface ImportFacts {
  /** Rows that cannot be taken in, as the register is now. */
  readonly errorRows?: number
  readonly rows?: number
  readonly standing?: readonly Standing[]
}

export const importCase: Lifecycle<
  ImportRow,
  ImportState,
  ImportEvent,
  'WITHOUT_ERRORS' | 'NOTHING_STANDS_ON_IT',
  ImportFacts,
  ImportRefusal
> = {
  table: importTable,
  work: importWork,
  what: 'import',
  see: 'register-import:read',
  lock: lockImport,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(importTable, status),
  owner: () => ({}),
  guards: {
    WITHOUT_ERRORS: ({ errorRows, rows = 0 }) =>
      errorRows !== 0 ? ['HAS_ERRORS'] : rows === 0 ? ['NOTHING_IN_IT'] : [],
    NOTHING_STANDS_ON_IT: ({ standing }) => (standing?.length === 0 ? [] : ['STANDS_ON_IT']),
  },
}
