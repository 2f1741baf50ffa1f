import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { GraphQLError } from 'graphql'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { BringFiles } from './bring-files.tsx'
import { FetchBankStatementsDocument } from './reconciliation.generated.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const upload = (answers: object[]) => {
  const sent: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    sent.push(url)
    return Promise.resolve(Response.json(answers[sent.length - 1]))
  })
  return sent
}
const file = new File(['x'], 'bank.csv')

it('a day that has not come is told at its field, and what was said before is gone', async () => {
  upload([{ kind: 'REFUSED', problems: [{ code: 'EMPTY' }] }])
  const { user } = showPage(<BringFiles onTaken={() => Promise.resolve()} />, {
    answers: [
      answer(FetchBankStatementsDocument, () => {
        throw new GraphQLError('no', { extensions: { code: 'BAD_USER_INPUT' } })
      }),
    ],
    viewer: staffWith('OFFICER'),
  })
  await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), file)
  expect(await screen.findByText(/文件是空的/)).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: '提取日期' }), '2099-01-01')
  await user.click(screen.getByRole('button', { name: '向银行提取' }))
  expect(await screen.findByText(/请输入不晚于今天的日期/)).toBeTruthy()
  expect(screen.queryByText(/文件是空的/)).toBeNull()
  expect(screen.queryByText(/请检查网络/)).toBeNull()
})

it('columns that nobody knows are named on the page, and the same file is read again', async () => {
  const table = [['某银行'], ['Tag', 'Ref', 'Betrag'], ['2026-11-25', 'R1', '1.00']]
  const sent = upload([
    { kind: 'REFUSED', problems: [{ code: 'COLUMNS_UNKNOWN', stated: '某银行' }], table },
    { kind: 'REFUSED', problems: [{ code: 'TRAILER_MISSING', expected: 'TOTAL' }] },
  ])
  const { user } = showPage(<BringFiles onTaken={() => Promise.resolve()} />, { viewer: staffWith('OFFICER') })
  await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), file)
  await user.selectOptions(await screen.findByRole('combobox', { name: '“Tag”是' }), '记账日期')
  await user.click(screen.getByRole('button', { name: '按此读入' }))
  expect(await screen.findByText(/请至少指明日期和金额/)).toBeTruthy()
  await user.selectOptions(screen.getByRole('combobox', { name: '“Betrag”是' }), '收入（贷方）')
  await user.click(screen.getByText('文件中没有的内容'))
  await user.type(screen.getByRole('textbox', { name: '笔数' }), '1')
  expect(await axeFindings()).toEqual([])
  await user.click(screen.getByRole('button', { name: '按此读入' }))
  expect(await screen.findByText(/没有结尾的合计行/)).toBeTruthy()
  // What was named stays while the file is refused.
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '笔数' }).value).toBe('1')
  const layout: unknown = JSON.parse(new URL(sent[1] ?? '', 'http://x').searchParams.get('layout') ?? 'null')
  expect(layout).toEqual({ columns: { Tag: 'bookedOn', Betrag: 'credit' }, stated: { count: '1' } })
})
