-- What tenants allow, and how they end.
alter table tenant
    -- Origins of other sites whose pages may call: https://shop.example
    add column origins text[] not null default '{}',
    -- active, suspended, or deleted: waiting for its end.
    add column state text not null default 'active',
    -- When a deleted tenant's schema goes for good.
    add column ends_at timestamptz;
