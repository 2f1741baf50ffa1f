import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { HandInPage } from './hand-in-page.tsx'
import { PaperCopiesDocument } from './paper-copy.generated.ts'
import type { PaperCopiesQuery } from './paper-copy.generated.ts'

afterEach(cleanup)

type Copy = Unmasked<PaperCopiesQuery>['paperCopies'][number]
const late: Copy = {
  __typename: 'PaperCopy',
  id: 'p1',
  declarationId: 'd1',
  kind: 'ANNUAL_INSPECTION',
  version: 1,
  formNo: 'NJ2026-1',
  status: 'AWAITED',
  expectedOn: '2026-10-16',
  dueOn: '2026-11-06',
  late: true,
  keepUntil: '2126-12-31',
  receivedOn: null,
  receivedBy: null,
  pages: null,
  came: [],
  consequence: 'PAUSE_FILING',
  materials: [
    { __typename: 'PaperMaterial', code: 'FORM', zh: '申报表', en: 'The form', required: true },
    { __typename: 'PaperMaterial', code: 'WAGES', zh: '工资凭证', en: 'Wages', required: false },
  ],
}
const show = (paperCopies: Copy[]) =>
  showPage(<HandInPage />, { answers: [answer(PaperCopiesDocument, { paperCopies })] })

it('says what to bring by when, what being late leads to, and what came', async () => {
  const came: Copy = {
    ...late,
    id: 'p2',
    formNo: 'NJ2025-1',
    status: 'RECEIVED',
    late: false,
    receivedOn: '2025-11-06',
    receivedBy: '何经办',
    pages: 6,
    came: ['FORM'],
  }
  show([late, came, { ...late, id: 'p3', declarationId: 'd3', formNo: 'NJ2024-1', late: false, dueOn: null }])
  expect(await screen.findByText('已逾期')).toBeTruthy()
  expect(screen.getByText(/最晚 2026年11月6日 · 收到之前，网上申报暂停。/)).toBeTruthy()
  expect(screen.getByText('2025年11月6日由 何经办 收到，共 6 页')).toBeTruthy()
  expect(screen.getByText('✓ 已收')).toBeTruthy()
  // Its day is not guessed while the calendar of that year is missing.
  expect(screen.getByText('该年度的工作日历公布后确定')).toBeTruthy()
  expect(screen.getAllByRole('link', { name: '打印封面页' }).map((link) => link.getAttribute('href'))).toEqual([
    '/documents/paper-cover/d1.pdf?lang=zh-CN',
    '/documents/paper-cover/d3.pdf?lang=zh-CN',
  ])
  expect(await axeFindings()).toEqual([])
})

it('says so when there is nothing to bring', async () => {
  show([])
  expect(await screen.findByText('目前没有要送交的纸质材料')).toBeTruthy()
})
