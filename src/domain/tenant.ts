/** The one tenant of a stand-alone school: it is there from the first migration, and whoever comes without an LMS belongs to it. */
export const localTenant = '00000000-0000-4000-8000-000000000001'
