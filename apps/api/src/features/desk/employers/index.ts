/** What other rooms use of `desk/employers`: its file. */
export { addEmployerFiles } from './employers.route.ts'
