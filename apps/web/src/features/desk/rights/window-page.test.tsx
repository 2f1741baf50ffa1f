import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { HandOutRightsStatementDocument } from './rights.generated.ts'
import { RightsWindowPage } from './window-page.tsx'

afterEach(cleanup)

it('issues for who came after both documents were looked at, and prints what was issued', async () => {
  const issued = answer(HandOutRightsStatementDocument, {
    handOutRightsStatement: {
      __typename: 'RightsStatementHandedOut',
      nameMasked: '段*',
      idMasked: '1101**********001X',
      statement: { __typename: 'RightsStatement', id: 's1', year: 2024, version: 2, number: 'QY202412-AB-2' },
    },
  })
  const { container, askedOf } = showPage(<RightsWindowPage />, { answers: [issued], viewer: { kind: 'STAFF' } })
  const send = await screen.findByRole('button', { name: '出具' })
  await userEvent.type(screen.getByLabelText('本人的证件号码或卡号'), '110105199603147727')
  await userEvent.selectOptions(screen.getByLabelText('谁来办理'), '代办人')
  await userEvent.type(screen.getByLabelText('代办人姓名'), '陈代办')
  await userEvent.type(screen.getByLabelText('代办人证件号码'), '110105194912310021')
  await userEvent.type(screen.getByLabelText('事由'), '办理贷款使用')
  await userEvent.click(send)
  expect(await screen.findByText('这不是有效的证件号码，请逐位核对。')).toBeTruthy()
  expect(await screen.findAllByText('核验证件后才能出具。')).toHaveLength(2)
  expect(askedOf('HandOutRightsStatement')).toEqual([])
  expect(await axeFindings(container)).toEqual([])

  await userEvent.clear(screen.getByLabelText('代办人证件号码'))
  await userEvent.type(screen.getByLabelText('代办人证件号码'), '11010519491231002X')
  await userEvent.click(screen.getByLabelText('已核验本人的证件原件'))
  await userEvent.click(screen.getByLabelText('已核验代办人的证件原件'))
  await userEvent.click(send)
  expect(await screen.findByText(/段\*（1101\*+001X）的2024年度权益记录单：QY202412-AB-2，第 2 版/)).toBeTruthy()
  expect(askedOf('HandOutRightsStatement')).toMatchObject([
    { input: { idSeen: true, agent: { name: '陈代办', idNumber: '11010519491231002X', idSeen: true } } },
  ])
  expect(screen.getByRole('link', { name: '打印英文' }).getAttribute('href')).toContain('statement=s1&lang=en')
})
