-- Records under way stay on the version of a workflow that they began with, unless the pack says where they go.
alter table "sys$flow" add column version integer not null default 1;

-- The versions that packs brought, as definitions.
create table "sys$workflow_version" (
    name       text not null,
    version    integer not null,
    definition text not null,
    primary key (name, version)
);
