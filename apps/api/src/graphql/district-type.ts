import type { NamedDistrict } from '@shebao/identifiers/districts'
import { builder } from './builder.ts'

/** Where an employer is within the agency's region. */
export const DistrictType = builder.objectRef<NamedDistrict>('District').implement({
  description: 'A district, county or county-level city of GB/T 2260, by its recorded name.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Six digits.' }),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn', {
      description: 'In Chinese with the province in English where no other is recorded.',
    }),
  }),
})
