import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createPdfRenderer, PrintingBusy } from './pdf-renderer.ts'
import { TemplateError } from './template-error.ts'
import { formatVerifyCode, newVerifyCode, parseVerifyCode } from './verify-code.ts'

const renderer = createPdfRenderer()
afterAll(() => renderer.close())

describe('printing', () => {
  it('says that a template or its data is wrong, and prints the next one', async () => {
    await expect(
      renderer.render({ template: 'register/paper/templates/nothing.typ', data: {}, createdAtSeconds: 0 }),
    ).rejects.toBeInstanceOf(TemplateError)
    await expect(
      renderer.render({ template: 'filing/inspection/inspection-form.typ', data: {}, createdAtSeconds: 0 }),
    ).rejects.toBeInstanceOf(TemplateError)
  })

  it('refuses instead of queueing without end', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 70 }, () =>
        renderer.render({ template: 'register/paper/templates/nothing.typ', data: {}, createdAtSeconds: 0 }),
      ),
    )
    const busy = outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason instanceof PrintingBusy)
    expect(busy).toHaveLength(6)
  })

  it('lets nobody wait for ever when it is closed, and prints again when it is asked again', async () => {
    const nothing = { template: 'document/templates/nothing.typ', data: {}, createdAtSeconds: 0 }
    const closed = createPdfRenderer()
    const waiting = Promise.allSettled([closed.render(nothing), closed.render(nothing)])
    await closed.close()
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(closed.render(nothing)).rejects.toBeInstanceOf(TemplateError)
    await closed.close()
  })
})

describe('verification codes', () => {
  it('come back however they are typed', () => {
    fc.assert(
      fc.property(fc.constant(null).map(newVerifyCode), fc.boolean(), (code, lower) => {
        const printed = formatVerifyCode(code)
        expect(printed).toMatch(/^.{4}(-.{4}){3}$/)
        expect(parseVerifyCode(` ${lower ? printed.toLowerCase() : printed} `)).toBe(code)
      }),
    )
  })

  it('are nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseVerifyCode(text)
        expect(parsed === undefined || /^[2-9A-HJ-NPQRTUWXY]{16}$/.test(parsed)).toBe(true)
      }),
    )
  })
})
