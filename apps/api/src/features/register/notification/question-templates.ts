import type { Template } from './template.ts'

const page = ({ id }: { id: string }) => `/me/ask/${id}`

export const questionAnswered: Template<'QUESTION_ANSWERED'> = {
  path: page,
  'zh-CN': ({ number }) => ({
    title: `您的咨询 ${number} 已答复`,
    body: `经办机构已答复您的咨询 ${number}。请登录查看答复；没有解决的，可以在规定期限内再次提问。`,
    sms: `您的咨询${number}已答复，请登录查看。`,
  }),
  en: ({ number }) => ({
    title: `Your question ${number} was answered`,
    body: `The office answered your question ${number}. Sign in to read it; if it does not help you may ask again for some days.`,
    sms: `Your question ${number} was answered. Sign in to read it.`,
  }),
}

export const questionHandedOver: Template<'QUESTION_HANDED_OVER'> = {
  path: page,
  'zh-CN': ({ number }) => ({
    title: `您的咨询 ${number} 已移交`,
    body: `您的咨询 ${number} 不属于本机构职责，已书面移交有权处理的部门（社会保险法第八十二条）。请登录查看该部门的名称、地址和移送函。`,
    sms: `您的咨询${number}已移交有权处理的部门，请登录查看。`,
  }),
  en: ({ number }) => ({
    title: `Your question ${number} was handed over`,
    body: `Another office is competent for your question ${number}, which was handed over in writing (Social Insurance Law, art. 82). Sign in for its name, its address and the letter.`,
    sms: `Your question ${number} was handed over to the competent office. Sign in to read more.`,
  }),
}
