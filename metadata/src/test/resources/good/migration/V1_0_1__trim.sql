update customer set name = trim(name);
