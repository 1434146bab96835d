-- Who else says who somebody is: OpenID and OAuth providers, directories, and whom their accounts belong to.

create table "sys$oauth_provider" (
    id                uuid primary key default gen_random_uuid(),
    external_id       text unique,
    version           bigint not null default 1,
    created_at        timestamptz not null default now(),
    created_by        uuid,
    updated_at        timestamptz not null default now(),
    updated_by        uuid,
    owner             uuid,
    name              text not null unique,
    title             text not null,
    active            boolean not null default true,
    issuer            text,
    authorization_url text,
    token_url         text,
    userinfo_url      text,
    client_id         text not null,
    -- Sealed with a key of the tenant.
    client_secret     text,
    scopes            text,
    subject_claim     text,
    username_claim    text,
    role_claim        text,
    role_map          jsonb,
    group_claim       text,
    group_map         jsonb,
    default_roles     text[],
    sign_up           boolean not null default false,
    link_by_email     boolean not null default false
);

create table "sys$directory" (
    id              uuid primary key default gen_random_uuid(),
    external_id     text unique,
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    created_by      uuid,
    updated_at      timestamptz not null default now(),
    updated_by      uuid,
    owner           uuid,
    name            text not null unique,
    title           text not null,
    active          boolean not null default true,
    url             text not null,
    start_tls       boolean not null default true,
    certificates    text,
    bind_dn         text,
    bind_password   text,
    base_dn         text not null,
    user_filter     text not null,
    name_attribute  text,
    email_attribute text,
    group_base_dn   text,
    group_filter    text,
    group_attribute text,
    role_map        jsonb,
    group_map       jsonb,
    default_roles   text[],
    sign_up         boolean not null default true,
    link_by_name    boolean not null default false
);

create table "sys$identity" (
    -- oauth:NAME or ldap:NAME.
    provider   text not null,
    subject    text not null,
    "user"     uuid not null references "sys$user" on delete cascade,
    created_at timestamptz not null default now(),
    primary key (provider, subject)
);

create index "sys$identity$user" on "sys$identity" ("user");

-- An account elsewhere means nothing once its provider is another: one made later under the same name shall not find it.
create function "sys$forget_provider"() returns trigger language plpgsql as $$
begin
    execute format('delete from %I."sys$identity" where provider = $1', tg_table_schema) using tg_argv[0] || old.name;
    return null;
end $$;

create trigger "sys$oauth_provider$forget" after delete on "sys$oauth_provider"
    for each row execute function "sys$forget_provider"('oauth:');
create trigger "sys$oauth_provider$moved" after update of issuer, authorization_url, token_url, userinfo_url on "sys$oauth_provider"
    for each row when (old.issuer is distinct from new.issuer or old.token_url is distinct from new.token_url
        or old.userinfo_url is distinct from new.userinfo_url)
    execute function "sys$forget_provider"('oauth:');
create trigger "sys$directory$forget" after delete on "sys$directory"
    for each row execute function "sys$forget_provider"('ldap:');
