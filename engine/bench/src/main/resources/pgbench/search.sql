\set a random(1, 20)
\set b random(1, 20)
select id, code, name, email, country, created_at, updated_at from customer where name ilike '%' || ('{bar,len,mi,tor,ka,vis,ron,del,sa,qui,for,gan,hel,jo,nax,pem,wil,zor,yen,uth}'::text[])[:a::int] || ('{bar,len,mi,tor,ka,vis,ron,del,sa,qui,for,gan,hel,jo,nax,pem,wil,zor,yen,uth}'::text[])[:b::int] || '%' order by name limit 50;
