import { fen } from '@shebao/kernel'
import { answer, clerk, showPage } from '../../../../shared/testing/show-page.tsx'
import {
  AnswerMonthlyNoteDocument,
  MonthlyRowDocument,
  MoveMonthlyDocument,
  RemoveMonthlyDocument,
  SaveMonthlyDocument,
  WithdrawMonthlyDocument,
  type MonthlyChangeRowFragment,
  type SaveMonthlyMutation,
  type SaveMonthlyMutationVariables,
} from '../declaration.generated.ts'
import { DeclarationPage } from '../declaration-page.tsx'
import { StopOutlookDocument } from '../../stop-outlook/index.ts'
import { MonthlyPeopleDocument } from '../person.generated.ts'
import { declarationAnswer, stopRow, windowAnswer } from './monthly-office.ts'
import type { head } from './monthly-office.ts'
// In the product they come a little later than their page.
import '../change-panel.tsx'
import '../../note/answer-form.tsx'
import '../../../../shared/ui/confirm-dialog.tsx'

type Saved = SaveMonthlyMutation['saveMonthlyChanges']
type Sent = SaveMonthlyMutationVariables['input']
type Given = Partial<ReturnType<typeof head>>

export const saved: Saved = {
  __typename: 'MonthlyChangesSaved',
  revision: 4,
  rowNos: [2],
  issues: [],
  declaration: { __typename: 'MonthlyDeclaration', id: 'm1', revision: 4, savedAt: '2026-11-12T03:00:00Z' },
}
export const conflict: Saved = {
  __typename: 'MonthlyConflict',
  revision: 9,
  declaration: { __typename: 'MonthlyDeclaration', id: 'm1', revision: 9, savedAt: '2026-11-12T03:00:00Z' },
}

const people = answer(MonthlyPeopleDocument, ({ search }) => ({
  employer: {
    __typename: 'Employer',
    id: 'e1',
    insuredPeople: {
      __typename: 'InsuredPeopleConnection',
      edges:
        search === '无此人'
          ? []
          : [
              {
                __typename: 'InsuredPeopleEdge',
                node: {
                  __typename: 'EnrolmentStretch',
                  id: 's1',
                  individualId: 'p1',
                  name: '王*',
                  idNumber: '110*************70',
                  hireDate: '2020-01-01',
                  fromPeriod: '2020-01',
                  averageWage: fen(900_000),
                  insurances: ['PENSION', 'MEDICAL'],
                },
              },
            ],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  },
}))

const outlook = answer(StopOutlookDocument, {
  stopOutlook: {
    __typename: 'StopOutlook',
    lastPayable: '2026-11',
    earliestLastPayable: '2026-11',
    firstMonthWithout: '2026-12',
    monthsPaid: 33,
    monthsNeeded: 192,
    monthsMissing: 159,
    retirementPeriod: '2031-03',
    category: 'MALE',
    monthsUntilRetirement: 52,
    canStillReach: false,
    unemployedListDue: '2026-11-27',
    steps: [{ __typename: 'StopOutlookStep', code: 'MONTHS_NEEDED', value: '192', source: 'SIL 16' }],
  },
})

interface Office {
  given?: () => Given
  rows?: () => MonthlyChangeRowFragment[]
  save?: (input: Sent) => Saved
  theirs?: MonthlyChangeRowFragment[]
  at?: string
}

/** The page of one declaration, in front of an office that answers as it is told. */
export function openDeclaration({
  given = () => ({}),
  rows = () => [stopRow()],
  save = () => saved,
  theirs = [],
  at = '',
}: Office = {}) {
  const saving = answer(SaveMonthlyDocument, ({ input }) => ({ saveMonthlyChanges: save(input) }))
  const rowNow = answer(MonthlyRowDocument, {
    monthlyDeclaration: {
      __typename: 'MonthlyDeclaration',
      id: 'm1',
      revision: 9,
      lastSaved: { __typename: 'LastSaved', name: '周敏', at: '2026-11-10T02:05:00Z', mine: false },
      changes: {
        __typename: 'MonthlyChangesConnection',
        edges: theirs.map((node) => ({ __typename: 'MonthlyChangesEdge' as const, node })),
      },
    },
  })
  const remove = answer(RemoveMonthlyDocument, {
    removeMonthlyChanges: { __typename: 'MonthlyChangesSaved', revision: 4 },
  })
  const move = answer(MoveMonthlyDocument, {
    moveMonthlyDeclaration: { __typename: 'MonthlyNotMoved', code: 'MONTH_TAKEN' },
  })
  const answered = answer(AnswerMonthlyNoteDocument, ({ input }) => ({
    answerMonthlyNote: {
      __typename: 'MonthlyNoteAnswered',
      declaration: {
        __typename: 'MonthlyDeclaration',
        id: 'm1',
        notes: [{ __typename: 'MonthlyNote', id: input.noteId, state: 'ANSWERED', row: 1, answer: input.answer }],
      },
    },
  }))
  const withdraw = answer(WithdrawMonthlyDocument, {
    withdrawMonthlyDeclaration: {
      __typename: 'MonthlyStepDone',
      declaration: { __typename: 'MonthlyDeclaration', id: 'm1', state: 'WITHDRAWN', mark: 'k2' },
    },
  })
  const page = declarationAnswer(given, rows)
  const window = at.startsWith('late') ? windowAnswer({ today: '2026-11-21', open: '2026-12' }) : windowAnswer()
  const shown = showPage(<DeclarationPage />, {
    answers: [page, window, saving, rowNow, remove, move, answered, withdraw, people, outlook],
    path: '/employer/monthly/:id',
    at: `/employer/monthly/m1${at.replace('late', '')}`,
    viewer: clerk,
  })
  return { ...shown, saving, remove, page, withdraw, answered }
}
