/** As an employer has it that files online already: for `employer.create`. */
export const approvedOnline = {
  create: { validFrom: '2020-01-01', source: 'REGISTER', recordedAt: new Date('2020-01-01T00:00:00Z') },
}
