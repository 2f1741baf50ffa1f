/** What other rooms use of `office/district`: its words of the trail, and for the demo the deeds. */
export { districtAudit } from './district.audit.ts'
export { saveDistrict } from './save-district.ts'
export { postStaff } from './post-staff.ts'
