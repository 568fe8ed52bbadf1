/** All tables, by aggregate. */
export * from "./schema/installation";
export * from "./schema/organisations";
export * from "./schema/theatre-sessions";
export * from "./schema/patients";
export * from "./schema/waiting-list";
export * from "./schema/imports";
export * from "./schema/planning";
export * from "./schema/users";
export * from "./schema/audit";
