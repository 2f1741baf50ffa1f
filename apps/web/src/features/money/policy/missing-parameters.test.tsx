import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { MonthWithoutParametersDocument } from './missing-parameters.generated.ts'
import { MissingParameters } from './missing-parameters.tsx'

afterEach(cleanup)

const show = (monthWithoutParameters: string | null) =>
  showPage(<MissingParameters />, {
    viewer: staffWith('HEAD'),
    answers: [answer(MonthWithoutParametersDocument, { monthWithoutParameters })],
  })

it('says that nothing can be billed yet, and leads to what is to be done', async () => {
  show('2026-11')
  const link = await screen.findByRole('link', { name: '录入政策参数' })
  expect(link.getAttribute('href')).toBe('/staff/policy/new')
  expect(document.body.textContent).toContain('2026')
  expect(await axeFindings()).toEqual([])
})

it('says nothing where bills can be made', async () => {
  show(null)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(document.body.textContent).not.toContain('政策参数')
})
