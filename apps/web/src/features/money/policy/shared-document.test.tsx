import { draftOfRow, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { ParameterDraft } from '@shebao/premium'
import { cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { ProposalEditor } from './proposal-editor.tsx'

const drafts = (...docNos: string[]): ParameterDraft[] =>
  SHIPPED_PARAMETER_ROWS.slice(0, docNos.length).map((row, place) => ({
    ...draftOfRow(row, `r${place}`),
    docNo: docNos[place] ?? '',
  }))

type Told = (rows: readonly ParameterDraft[]) => void

function Editor({ first, told }: { first: readonly ParameterDraft[]; told: Told }) {
  const [content, setContent] = useState({
    title: '方案',
    publishedAverage: null as number | string | null,
    rows: first,
  })
  return (
    <ProposalEditor
      content={{ ...content, rows: [...content.rows] }}
      problems={[{ severity: 'warning', row: 1, field: 'docNo', code: 'NO_DOCUMENT', params: {} }]}
      oldValue={({ name }) => (name === 'BASE_FLOOR' ? '600000' : null)}
      onChange={(next) => {
        told(next.rows)
        setContent(next)
      }}
      readOnly={false}
    />
  )
}

const show = (first: readonly ParameterDraft[], told: Told = () => undefined) =>
  showPage(<Editor first={first} told={told} />, { answers: [], viewer: staffWith('OFFICER') })

afterEach(() => cleanup())

it('a row shows the value it follows beside the one that is typed, or that it is new', async () => {
  show(drafts('', ''))
  expect(await screen.findByText(/6,000\.00/)).toBeTruthy()
  expect(screen.getByText(/新增/)).toBeTruthy()
  expect(screen.getAllByRole('textbox', { name: '取值' })).toHaveLength(2)
  expect(await axeFindings()).toEqual([])
})

it('a document is named once for all rows but those that name another, also while it passes their number', async () => {
  let rows: readonly ParameterDraft[] = []
  const { user } = show(drafts('', '', '京人社〔2027〕1号', ''), (next) => {
    rows = next
  })
  const document = await screen.findByRole('textbox', { name: '文号' })
  expect(screen.getByText(/有 1 行用了别的文号。.*有 1 行没有文号/)).toBeTruthy()
  await user.type(document, '京人社〔2027〕1号附')
  await user.tab()
  expect(rows.map(({ docNo }) => docNo)).toEqual([
    '京人社〔2027〕1号附',
    '京人社〔2027〕1号附',
    '京人社〔2027〕1号',
    '京人社〔2027〕1号附',
  ])
  await user.click(screen.getAllByRole('checkbox', { name: '已核实' })[0]!)
  expect(rows.map(({ verified }) => verified)).toEqual([true, true, true, true])
})
