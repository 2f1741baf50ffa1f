import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { MakeRightsStatementDocument, MyRightsStatementsDocument } from './rights.generated.ts'
import { Statements } from './statements.tsx'

const version = (of: number) => ({
  __typename: 'RightsStatement' as const,
  id: `s${of}`,
  version: of,
  number: `QY202412-AB-${of}`,
  madeAt: '2025-07-01T02:00:00Z',
})

afterEach(cleanup)

it('opens the papers, says which was replaced, and checks a year for corrections', async () => {
  const years = answer(MyRightsStatementsDocument, {
    me: {
      __typename: 'Individual',
      id: 'i1',
      rightsStatements: [
        { __typename: 'RightsStatementYear', year: 2025, problem: 'RATE_NOT_PUBLISHED', versions: [] },
        { __typename: 'RightsStatementYear', year: 2024, problem: null, versions: [version(2), version(1)] },
      ],
    },
  })
  const made = answer(MakeRightsStatementDocument, {
    makeRightsStatement: { __typename: 'RightsStatementMade', statement: version(2) },
  })
  const { container } = showPage(<Statements />, { answers: [years, made], viewer: { kind: 'INSURED' } })
  const [now, before] = await screen.findAllByRole('link')
  expect(now?.getAttribute('href')).toContain('year=2024&version=2')
  expect(before?.parentElement?.textContent).toContain('已被新版替代')
  expect(now?.parentElement?.textContent).not.toContain('已被新版替代')
  expect(screen.getByText(/录入后即可出具/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '核对2024年度权益记录单有无更正' }))
  await waitFor(() => expect(screen.getByText(/QY202412-AB-2 仍然有效/)).toBeTruthy())
  expect(await axeFindings(container)).toEqual([])
})
