import postgres from "postgres";

/** Makes an empty database on the server of a superuser's address, unless it is there. */
export const createDatabase = async (adminUrl: string, name: string): Promise<void> => {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [existing] = await admin`select 1 from pg_database where datname = ${name}`;
    if (!existing) await admin`create database ${admin(name)}`;
  } finally {
    await admin.end();
  }
};
